import { lastActor } from "../db/last-actor.ts"
import type { DocumentPass } from "../db/pass.ts"
import { isOfOtherVersion, type UnitRow, unitAfter, unitById } from "../db/unit-rows.ts"
import { fail, ok, type Result } from "../domain/failure.ts"

/** The unit, if it still stands as the caller saw it; otherwise a conflict that carries what stands now. */
export async function seenUnit(pass: DocumentPass, unitId: string, version: number): Promise<Result<UnitRow>> {
  const unit = await unitById(pass, unitId)
  if (!unit) return fail(await missing(pass, unitId))
  if (unit.state.retired) return fail({ code: "unit-retired", by: await lastActor(pass, unitId) })
  if (unit.version === version) return ok(unit)
  return fail({
    code: "conflict",
    current: { ...unit.state, version: unit.version },
    by: await lastActor(pass, unitId),
  })
}

const missing = async (pass: DocumentPass, unitId: string) =>
  ({ code: (await isOfOtherVersion(pass, unitId)) ? "passage-lost" : "not-found" }) as const

/** A unit and the one that follows it, as somebody saw them. */
interface SeenPair {
  readonly unitId: string
  readonly version: number
  readonly nextId: string | null
  readonly nextVersion: number | null
}

/**
 * The unit and the one that follows it, if both still stand as the caller saw them; nothing is done to a passage that
 * nobody saw. `next` is null at the end of the text.
 */
export async function seenPair(
  pass: DocumentPass,
  { unitId, version, nextId, nextVersion }: SeenPair,
): Promise<Result<{ unit: UnitRow; next: UnitRow | null }>> {
  const unit = await seenUnit(pass, unitId, version)
  if (!unit.ok) return unit
  const next = await unitAfter(pass, unit.value.state.start)
  if (!next || (next.state.id === nextId && next.version === nextVersion)) return ok({ unit: unit.value, next })
  return fail({
    code: "conflict",
    current: { ...next.state, version: next.version },
    by: await lastActor(pass, nextId ?? next.state.id),
  })
}

/** A live unit that is a claim: what can be labelled, cited and decided. */
export async function liveClaim(pass: DocumentPass, unitId: string): Promise<Result<UnitRow>> {
  const unit = await unitById(pass, unitId)
  if (!unit) return fail(await missing(pass, unitId))
  if (unit.state.retired) return fail({ code: "unit-retired" })
  return unit.state.kind === "claim" ? ok(unit) : fail({ code: "not-a-claim" })
}
