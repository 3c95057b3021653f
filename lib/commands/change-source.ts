import { lastProjectActor } from "../db/last-actor.ts"
import { saveSource, sourceById } from "../db/project-rows.ts"
import { may } from "../domain/access.ts"
import { fail, ok } from "../domain/failure.ts"
import { sourceChange } from "../schema/project-input.ts"
import { projectCommand } from "./command.ts"
import { sourceRecord } from "./source-record.ts"

/** Correct a source's record: one's own, or any for those who edit sources. */
export const changeSource = projectCommand("source.add", sourceChange, async (pass, input) => {
  const source = await sourceById(pass, input.sourceId)
  if (!source) return fail({ code: "not-found" })
  if (source.createdBy !== pass.actor.id && !may(pass.role, "source.edit")) return fail({ code: "only-your-own" })
  if (source.version !== input.version) {
    const by = await lastProjectActor(pass, ["source-changed"], { id: source.state.id })
    return fail({ code: "conflict", current: { ...source.state, version: source.version }, by })
  }
  const record = sourceRecord(input)
  if (!record.ok) return record
  const after = { id: input.sourceId, ...record.value }
  await saveSource(pass, after)
  return ok({ change: { kind: "source-changed", before: source.state, after } })
})
