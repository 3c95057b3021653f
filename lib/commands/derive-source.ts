import { sourceNames } from "../db/activity-rows.ts"
import { derivations, saveDerivation } from "../db/derivation-rows.ts"
import { sourceById } from "../db/project-rows.ts"
import { refreshCiting } from "../db/stored-verdicts.ts"
import { fail, ok } from "../domain/failure.ts"
import { circleClosedBy, derivationWords, descendantsOf, lineageOf } from "../domain/lineage.ts"
import { derivationInput } from "../schema/source-weight-input.ts"
import { projectCommand } from "./command.ts"

/** State that a source derives from another, so that both are no longer two witnesses. */
export const deriveSource = projectCommand("source.grade", derivationInput, async (pass, input) => {
  const { id, sourceId, originId, how, note } = input
  for (const id of [sourceId, originId]) {
    const source = await sourceById(pass, id)
    if (!source) return fail({ code: "not-found" })
    if (source.mergedIntoId) return fail({ code: "source-merged" })
  }
  const known = await derivations(pass)
  const lineage = lineageOf(known)
  const edge = { derivedId: sourceId, originId }
  const circle = circleClosedBy(lineage, edge)
  const names = await sourceNames(pass, [sourceId, originId, ...(circle ?? [])])
  if (circle) return fail({ code: "lineage-circle", circle: circle.map(one => names.get(one) ?? "") })
  const same = known.find(one => one.derivedId === sourceId && one.originId === originId)
  if (same) return fail({ code: "lineage-known", how: derivationWords[same.how] })
  const derivation = { id, ...edge, how, note }
  if (!(await saveDerivation(pass, derivation))) return fail({ code: "request-reused" })
  const verdictsChanged = await refreshCiting(pass, [sourceId, ...descendantsOf(lineage, sourceId)])
  return ok({ change: { kind: "source-derived", derivation }, answer: { verdictsChanged } })
})
