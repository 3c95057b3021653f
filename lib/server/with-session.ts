import { headers } from "next/headers"
import type { Actor } from "../db/pass.ts"
import type { Result } from "../domain/failure.ts"
import { requireActor } from "./actor.ts"
import type { SignedIn } from "./session.ts"
import { visitOf } from "./visit.ts"

/** A command for `write` out of one that also asks by which session and on which page somebody is signed in, and so refuses tokens. */
export function withSession<T, Said extends { readonly admits: "session" }>(
  command: ((actor: SignedIn & { readonly origin: string }, input: unknown) => Promise<Result<T>>) & Said,
) {
  const run = async (_: Actor, input: unknown): Promise<Result<T>> => {
    const actor = await requireActor()
    return actor.ok ? command({ ...actor.value, origin: visitOf(await headers()).origin }, input) : actor
  }
  return Object.assign(run, command)
}
