import * as z from "zod"
import { linkKinds } from "../domain/claim-link.ts"
import { inProject, lines, rowId } from "./place.ts"

/** What is said of two claims, in whichever order they come. */
export const claimLinkInput = inProject.extend({
  id: rowId(),
  kind: z.enum(linkKinds, "Choose what the two claims are to each other."),
  unitId: rowId(),
  otherId: rowId(),
  reason: lines(2_000).default(""),
})

export const claimLinkWithdrawal = inProject.extend({ linkId: rowId(), why: lines(2_000).default("") })
