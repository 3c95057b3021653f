import type { Actor } from "../db/pass.ts"
import type { Result } from "../domain/failure.ts"
import { type Turn, takeTurn } from "./rate-limit.ts"
import { visitOf } from "./visit.ts"

/** A command that a person may call only so often, beyond what holds for every write. */
export function limitedByActor<A extends Actor, T, Said extends object>(
  kind: Turn,
  command: ((actor: A, input: unknown) => Promise<Result<T>>) & Said,
) {
  const run = async (actor: A, input: unknown): Promise<Result<T>> => {
    const turn = await takeTurn(kind, actor.id)
    return turn.ok ? command(actor, input) : turn
  }
  return Object.assign(run, command)
}

/** A command for `open` that an address may call only so often. */
export function limitedByAddress<T>(kind: Turn, command: (input: unknown) => Promise<Result<T>>) {
  return async (input: unknown, request: Request): Promise<Result<T>> => {
    const turn = await takeTurn(kind, visitOf(request.headers).neighbourhood)
    return turn.ok ? command(input) : turn
  }
}
