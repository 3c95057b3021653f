import * as z from "zod"
import { claimKinds, labelKinds } from "../domain/labelled-claims.ts"
import { opinionLists } from "../domain/second-opinion.ts"
import { after, optional, page } from "./list-filter.ts"
import { rowId } from "./place.ts"

const day = optional(z.iso.date())
const labels = optional(z.enum(labelKinds)).transform(kind => kind ?? "standing")

/** Of which claims and labels to make figures, as it stands in an address. */
export const agreementChoice = z.object({
  labels,
  document: optional(rowId()),
  kind: optional(z.enum(claimKinds)),
  /** Only claims whose last label was given in these days, both included. */
  from: day,
  to: day,
  /** One person: claims that they labelled; two: the labels of these two. */
  one: optional(rowId()),
  other: optional(rowId()),
  /** Which page of the pairs, and of the documents. */
  page,
  documents: page,
})
export type AgreementChoice = z.output<typeof agreementChoice>

/** The claims behind such a figure: all of them, or only those whose labels differ. */
export const agreementClaimsFilter = agreementChoice.extend({ differ: optional(z.literal("1")), after })

/** Which of the second opinions to list, as it stands in an address. */
export const opinionFilter = z.object({
  labels,
  document: optional(rowId()),
  list: optional(z.enum(opinionLists)).transform(list => list ?? "differs"),
  page,
  after,
})
export type OpinionFilter = z.output<typeof opinionFilter>
