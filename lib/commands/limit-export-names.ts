import { projectNameLimit, saveProjectNameLimit } from "../db/export-people.ts"
import { lastProjectActor } from "../db/last-actor.ts"
import { fail, ok } from "../domain/failure.ts"
import { exportNamesLimit } from "../schema/export-names-input.ts"
import { projectCommand } from "./command.ts"

/** Choose how openly the project's exports may name people. */
export const limitExportNames = projectCommand("policy.edit", exportNamesLimit, async (pass, { names, seen }) => {
  const before = await projectNameLimit(pass)
  if (before !== seen.names) {
    const by = await lastProjectActor(pass, ["export-names-limited"])
    return fail({ code: "conflict", current: { names: before }, by })
  }
  await saveProjectNameLimit(pass, names)
  return ok({ change: { kind: "export-names-limited", before, after: names } })
})
