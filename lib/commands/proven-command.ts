import type * as z from "zod"
import { type AccountPass, type Actor, ownAccount } from "../db/pass.ts"
import { isProven } from "../db/session-rows.ts"
import { fail, type Result } from "../domain/failure.ts"
import { parse } from "../schema/parse.ts"

/** Somebody who is signed in with a browser, and by which session. */
export interface SessionActor extends Actor {
  readonly sessionId: string
}

/** The same, and the origin of the page on which they are. */
export interface PageActor extends SessionActor {
  readonly origin: string
}

/**
 * Define a command of a person on what decides who gets into their account. It asks that they proved who they are within
 * the last quarter of an hour, by signing in or since, which the session's own row says; whoever finds a browser that
 * was left open can't do it. No token is let in.
 */
export function provenCommand<S extends z.ZodType, T, A extends SessionActor = SessionActor>(
  input: S,
  run: (pass: AccountPass, input: z.output<S>, actor: A) => Promise<Result<T>>,
) {
  const command = async (actor: A, raw: unknown): Promise<Result<T>> => {
    const parsed = parse(input, raw)
    if (!parsed.ok) return parsed
    const value = parsed.value as z.output<S>
    return ownAccount(actor, async pass =>
      (await isProven(pass, actor.sessionId)) ? run(pass, value, actor) : fail({ code: "proof-needed" }),
    )
  }
  return Object.assign(command, { needs: "account", scope: "account", admits: "session", input } as const)
}
