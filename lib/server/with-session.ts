import type { Actor } from "../db/pass.ts"
import type { Result } from "../domain/failure.ts"
import { requireActor } from "./actor.ts"
import type { SignedIn } from "./session.ts"

/** A command for `write` out of one that also asks by which session somebody is signed in, and so refuses tokens. */
export function withSession<T, Said extends { readonly admits: "session" }>(
  command: ((actor: SignedIn, input: unknown) => Promise<Result<T>>) & Said,
) {
  const run = async (_: Actor, input: unknown): Promise<Result<T>> => {
    const actor = await requireActor()
    return actor.ok ? command(actor.value, input) : actor
  }
  return Object.assign(run, command)
}
