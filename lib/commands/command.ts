import { createHash } from "node:crypto"
import type * as z from "zod"
import type { Request } from "../db/append-change.ts"
import { applyEffect } from "../db/apply-effect.ts"
import { carryAssignments } from "../db/assignment-rows.ts"
import { tellOfEffect, tellOfProjectChange } from "../db/change-notices.ts"
import { idsTaken } from "../db/ids-taken.ts"
import {
  type AccountPass,
  type Actor,
  atVersion,
  changeDocument,
  changeProject,
  type DocumentPass,
  keepInProject,
  ownAccount,
  type ProjectPass,
  readProject,
} from "../db/pass.ts"
import { refreshVerdicts } from "../db/stored-verdicts.ts"
import type { Permission } from "../domain/access.ts"
import type { DocumentChange, ProjectChange } from "../domain/change.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import type { Admission } from "../domain/token-scope.ts"
import { parse } from "../schema/parse.ts"
import type { inDocument, inProject, requested } from "../schema/place.ts"

/** What a command did, and what it tells its caller beyond the revision. */
interface Done<C, T> {
  readonly change: C
  readonly answer?: T
}

/**
 * Define a command on a document: what it needs, what it takes, what it does. The permission comes first because
 * there is no command without one. The command only says what it changes; the rows are written, the verdicts
 * computed again and the change appended here, so that a write without a trace can't be expressed. `prepare` does what
 * takes long and needs no lock, before the document is held; it lets the actor in by itself.
 */
export function documentCommand<S extends typeof inDocument, T extends object = object, P = null>(
  needs: Permission,
  input: S,
  run: (pass: DocumentPass, input: z.output<S>, prepared: P) => Promise<Result<Done<DocumentChange, T>>>,
  prepare?: (actor: Actor, input: z.output<S>, report: Report) => Promise<Result<P>>,
) {
  const command = async (actor: Actor, raw: unknown, report: Report = () => {}) => {
    const parsed = parse(input, raw)
    if (!parsed.ok) return parsed
    const value = parsed.value as z.output<S>
    const ready = prepare ? await prepare(actor, value, report) : ok(null as P)
    if (!ready.ok) return ready
    return changeDocument<T>(actor, value.documentId, needs, requestOf(value), async before => {
      const done = await run(before, value, ready.value)
      if (!done.ok) return done
      const { change, answer } = done.value
      const pass = atVersion(before, change.effect.versions?.[0]?.after?.number ?? before.number)
      if (!change.undoes && (await idsTaken(pass, change.effect))) return fail({ code: "request-reused" })
      await applyEffect(pass, change.effect, share => report(preparedShare + (1 - preparedShare) * share))
      await carryAssignments(pass, change.effect)
      await refreshVerdicts(pass, change.effect)
      await tellOfEffect(pass, change.effect)
      const place = { ...(change.unitId && { unitId: change.unitId }), ...(change.undoes && { undoes: change.undoes }) }
      return ok({ change, ...place, answer: answer ?? ({} as T) })
    })
  }
  return Object.assign(command, { needs, scope: "document" as const, input, recorded: true as const })
}

/** How much of a long command on a document is done when it is prepared; the rest is storing it. */
export const preparedShare = 0.5

/** Hears how much of a long command is done, from 0 to 1. */
export type Report = (share: number) => void

/**
 * Define a command on a project itself. `prepare` does what takes long and needs no rows, before the project is held;
 * it only runs for somebody who may carry the command out.
 */
export function projectCommand<S extends typeof inProject, T extends object = object, P = null>(
  needs: Permission,
  input: S,
  run: (pass: ProjectPass, input: z.output<S>, prepared: P, report: Report) => Promise<Result<Done<ProjectChange, T>>>,
  prepare?: (input: z.output<S>, report: Report) => Promise<Result<P>>,
) {
  const prepared = async (actor: Actor, value: z.output<S>, report: Report): Promise<Result<P>> => {
    if (!prepare) return ok(null as P)
    const allowed = await readProject(actor, value.projectId, needs, async () => ok(null))
    return allowed.ok ? prepare(value, report) : allowed
  }
  const command = async (actor: Actor, raw: unknown, report: Report = () => {}) => {
    const parsed = parse(input, raw)
    if (!parsed.ok) return parsed
    const value = parsed.value as z.output<S>
    const ready = await prepared(actor, value, report)
    if (!ready.ok) return ready
    return changeProject<T>(actor, value.projectId, needs, requestOf(value), async pass => {
      const done = await run(pass, value, ready.value, report)
      if (!done.ok) return done
      await tellOfProjectChange(pass, done.value.change)
      return ok({ change: done.value.change, answer: done.value.answer ?? ({} as T) })
    })
  }
  return Object.assign(command, { needs, scope: "project" as const, input, recorded: true as const })
}

/**
 * Define a command of a member on what is theirs alone in a project and no part of its record: a lease, a mark of what
 * they read. It appends no change.
 */
export function keepingCommand<S extends z.ZodType<{ readonly projectId: string }>, T>(
  needs: Permission,
  input: S,
  run: (pass: ProjectPass, input: z.output<S>) => Promise<Result<T>>,
) {
  const command = async (actor: Actor, raw: unknown) => {
    const parsed = parse(input, raw)
    if (!parsed.ok) return parsed
    const value = parsed.value as z.output<S>
    return keepInProject(actor, value.projectId, needs, pass => run(pass, value))
  }
  return Object.assign(command, { needs, scope: "project" as const, input })
}

/**
 * Define a command of a person on what is their own: their sessions, a new project, an invitation. What it takes to call
 * it with a token comes first, as no permission says it.
 */
export function accountCommand<S extends z.ZodType, T>(
  admits: Admission,
  input: S,
  run: (pass: AccountPass, input: z.output<S>, request: Request) => Promise<Result<T>>,
) {
  const command = async (actor: Actor, raw: unknown) => {
    const parsed = parse(input, raw)
    if (!parsed.ok) return parsed
    const value = parsed.value as z.output<S>
    return ownAccount(actor, pass => run(pass, value, requestOf(value)))
  }
  return Object.assign(command, { needs: "account" as const, scope: "account" as const, input, admits })
}

/** The request behind an input: its own id, and the hash by which another input under the same id is noticed. */
function requestOf(value: unknown): Request {
  const input = value as Partial<z.output<typeof requested>>
  const inputHash = createHash("sha256").update(JSON.stringify(value)).digest()
  return { id: input.requestId ?? crypto.randomUUID(), inputHash }
}
