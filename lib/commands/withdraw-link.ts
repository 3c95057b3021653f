import { claimLinks, saveLinkWithdrawal } from "../db/claim-link-rows.ts"
import { refreshLinked } from "../db/stored-verdicts.ts"
import { fail, ok } from "../domain/failure.ts"
import { claimLinkWithdrawal } from "../schema/claim-link-input.ts"
import { projectCommand } from "./command.ts"

/** Take back what was said of two claims; each has its own evidence again. */
export const withdrawLink = projectCommand("claim.link", claimLinkWithdrawal, async (pass, { linkId, why }) => {
  const link = (await claimLinks(pass)).find(({ id }) => id === linkId)
  if (!link) return fail({ code: "not-found" })
  const verdictsChanged = await refreshLinked(pass, [link.unitAId, link.unitBId], () =>
    saveLinkWithdrawal(pass, linkId),
  )
  return ok({ change: { kind: "link-withdrawn", link, why }, answer: { verdictsChanged } })
})
