import { claimLinks, countingLinks, linkableClaims, saveLink } from "../db/claim-link-rows.ts"
import { holdDocuments } from "../db/project-rows.ts"
import { refreshLinked } from "../db/stored-verdicts.ts"
import { isAtOdds } from "../domain/claim-link.ts"
import { fail, ok } from "../domain/failure.ts"
import { claimLinkInput } from "../schema/claim-link-input.ts"
import { projectCommand } from "./command.ts"

/**
 * Say of two claims that they say the same, so that they share their evidence, that they contradict each other, so that
 * both can't be documented, or neither, so that nobody proposes it again.
 */
export const linkClaims = projectCommand("claim.link", claimLinkInput, async (pass, input) => {
  const { id, kind, reason } = input
  if (input.unitId === input.otherId) {
    const message = "Choose another claim than this one."
    return fail({ code: "invalid", issues: [{ path: "otherId", message }] })
  }
  await holdDocuments(pass)
  const claims = await linkableClaims(pass, [input.unitId, input.otherId])
  const [a, b] = claims.sort((one, two) => (one.id < two.id ? -1 : 1))
  if (!a || !b) return fail({ code: "not-found" })
  const link = { id, kind, unitAId: a.id, documentAId: a.documentId, unitBId: b.id, documentBId: b.documentId, reason }
  const known = (await claimLinks(pass)).find(one => one.unitAId === a.id && one.unitBId === b.id)
  if (known) return fail({ code: "link-known", kind: known.kind })
  if (isAtOdds(await countingLinks(pass), link)) return fail({ code: "link-at-odds" })
  if (!(await saveLink(pass, link))) return fail({ code: "request-reused" })
  const verdictsChanged = await refreshLinked(pass, [a.id, b.id])
  return ok({ change: { kind: "claims-linked", link }, answer: { verdictsChanged } })
})
