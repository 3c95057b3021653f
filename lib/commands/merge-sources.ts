import { derivations } from "../db/derivation-rows.ts"
import { lastProjectActor } from "../db/last-actor.ts"
import { saveMerge } from "../db/merged-sources.ts"
import { sourceById } from "../db/project-rows.ts"
import { refreshCiting } from "../db/stored-verdicts.ts"
import { fail, ok } from "../domain/failure.ts"
import { ancestorsOf, descendantsOf, lineageOf } from "../domain/lineage.ts"
import { sourceMerge } from "../schema/source-weight-input.ts"
import { projectCommand } from "./command.ts"

/**
 * Merge a source's record into another one that is the same work. Its citations stay as they were given and count for
 * the other, and so does what is said of its lineage; the other's record and grade stand.
 */
export const mergeSources = projectCommand("source.edit", sourceMerge, async (pass, input) => {
  const { sourceId, version, intoId } = input
  const [source, into] = [await sourceById(pass, sourceId), await sourceById(pass, intoId)]
  if (!source || !into) return fail({ code: "not-found" })
  if (source.mergedIntoId || into.mergedIntoId) return fail({ code: "source-merged" })
  if (sourceId === intoId) {
    const message = "Choose another record than this one."
    return fail({ code: "invalid", issues: [{ path: "intoId", message }] })
  }
  if (source.version !== version) {
    const by = await lastProjectActor(pass, ["source-changed"], { id: sourceId })
    return fail({ code: "conflict", current: { ...source.state, version: source.version }, by })
  }
  const lineage = lineageOf(await derivations(pass))
  if (ancestorsOf(lineage, sourceId).has(intoId) || ancestorsOf(lineage, intoId).has(sourceId))
    return fail({ code: "merge-in-lineage" })
  const below = [sourceId, intoId].flatMap(id => descendantsOf(lineage, id))
  await saveMerge(pass, sourceId, intoId)
  const verdictsChanged = await refreshCiting(pass, [intoId, ...below])
  return ok({ change: { kind: "sources-merged", sourceId, intoId }, answer: { verdictsChanged } })
})
