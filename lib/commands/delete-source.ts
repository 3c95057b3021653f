import { derivations } from "../db/derivation-rows.ts"
import { lastProjectActor } from "../db/last-actor.ts"
import { mergedInto } from "../db/merged-sources.ts"
import { citationsOf, deleteSourceRow, holdSource, sourceById } from "../db/project-rows.ts"
import { deleteSnapshots, snapshotsOf } from "../db/snapshot-rows.ts"
import { threadsAbout } from "../db/thread-rows.ts"
import type { DerivationState } from "../domain/change.ts"
import { fail, ok } from "../domain/failure.ts"
import { sourceDeletion } from "../schema/project-input.ts"
import { projectCommand } from "./command.ts"

/**
 * Delete a source that nothing cites and nobody discussed, with the snapshots of it, if they are as many as the person
 * said. Its record stays in the activity.
 */
export const deleteSource = projectCommand("source.edit", sourceDeletion, async (pass, given) => {
  const { sourceId, version, snapshots } = given
  await holdSource(pass, sourceId)
  const source = await sourceById(pass, sourceId)
  if (!source) return fail({ code: "not-found" })
  if (source.version !== version) {
    const by = await lastProjectActor(pass, ["source-changed"], { id: source.state.id })
    return fail({ code: "conflict", current: { ...source.state, version: source.version }, by })
  }
  if (source.mergedIntoId) return fail({ code: "source-merged" })
  if ((await mergedInto(pass, sourceId)).length > 0) return fail({ code: "source-holds-merged" })
  const citations = await citationsOf(pass, sourceId)
  if (citations > 0) return fail({ code: "source-cited", citations })
  if ((await threadsAbout(pass, sourceId)) > 0) return fail({ code: "source-discussed" })
  const named = (one: DerivationState) => one.derivedId === sourceId || one.originId === sourceId
  if ((await derivations(pass)).some(named)) return fail({ code: "source-in-lineage" })
  const kept = await snapshotsOf(pass, sourceId)
  if (kept !== snapshots) return fail({ code: "source-snapshots", snapshots: kept })
  await deleteSnapshots(pass, sourceId)
  await deleteSourceRow(pass, sourceId)
  return ok({ change: { kind: "source-deleted", source: source.state, ...(snapshots > 0 && { snapshots }) } })
})
