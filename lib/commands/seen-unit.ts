import { lastActor } from "../db/claim-rows.ts"
import type { DocumentPass } from "../db/pass.ts"
import { type UnitRow, unitById } from "../db/unit-rows.ts"
import { fail, ok, type Result } from "../domain/failure.ts"

/** The unit, if it still stands as the caller saw it; otherwise a conflict that carries what stands now. */
export async function seenUnit(pass: DocumentPass, unitId: string, version: number): Promise<Result<UnitRow>> {
  const unit = await unitById(pass, unitId)
  if (!unit) return fail({ code: "not-found" })
  if (unit.state.retired) return fail({ code: "unit-retired" })
  if (unit.version === version) return ok(unit)
  return fail({
    code: "conflict",
    current: { ...unit.state, version: unit.version },
    by: await lastActor(pass, unitId),
  })
}

/** A live unit that is a claim: what can be labelled, cited and decided. */
export async function liveClaim(pass: DocumentPass, unitId: string): Promise<Result<UnitRow>> {
  const unit = await unitById(pass, unitId)
  if (!unit) return fail({ code: "not-found" })
  if (unit.state.retired) return fail({ code: "unit-retired" })
  return unit.state.kind === "claim" ? ok(unit) : fail({ code: "not-a-claim" })
}
