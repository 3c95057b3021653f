import { lastActor } from "../db/last-actor.ts"
import type { DocumentPass } from "../db/pass.ts"
import { lostUnitById, type UnitRow } from "../db/unit-rows.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import type { BornUnit } from "../domain/unit-edit.ts"

/** The unit that the current text lost, if it still is and stands as the caller saw it. */
export async function lostUnit(
  pass: DocumentPass,
  unitId: string,
  version: number,
): Promise<Result<UnitRow & BornUnit>> {
  const unit = await lostUnitById(pass, unitId)
  if (!unit) return fail({ code: "not-lost" })
  if (unit.version === version) return ok(unit)
  return fail({
    code: "conflict",
    current: { ...unit.state, version: unit.version },
    by: await lastActor(pass, unitId),
  })
}
