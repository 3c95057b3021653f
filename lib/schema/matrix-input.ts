import * as z from "zod"
import { bearings, stances } from "../domain/citation.ts"
import { labels } from "../domain/label.ts"
import { leftOutChoices } from "../domain/left-out-passages.ts"
import { claimOrders, sourceOrders } from "../domain/matrix-order.ts"
import { claimStates } from "../domain/verdict.ts"
import { optional, page } from "./list-filter.ts"
import { rowId } from "./place.ts"

/** What a claim may be filtered by: its label, or the state it is in without regard to a label. */
export const matrixStates = [...labels, ...claimStates.filter(state => state !== "vetted")] as const

/** Which part of the evidence to lay out, and how, as it stands in an address. */
export const matrixFilter = z.object({
  document: optional(rowId()),
  state: optional(z.enum(matrixStates)),
  /** Only claims with this verdict on whether they were said. */
  said: optional(z.enum(labels)),
  /** Only claims of which some source says this. */
  stance: optional(z.enum(stances)),
  /** Citations on whether claims are so, or on whether they were said. */
  bearsOn: optional(z.enum(bearings)).transform(bearing => bearing ?? "so"),
  /** Claims without a citation too. */
  all: optional(z.literal("1")),
  /** Which claims are left out that are flagged for privacy, a living person or a sensitive matter: none when nothing is said. */
  leaveOut: optional(z.enum(leftOutChoices, `Choose what is left out: ${leftOutChoices.join(", ")}.`)),
  claims: optional(z.enum(claimOrders)).transform(order => order ?? "text"),
  sources: optional(z.enum(sourceOrders)).transform(order => order ?? "weight"),
  view: optional(z.enum(["grid", "table"])).transform(view => view ?? "grid"),
  page,
})
export type MatrixFilter = z.output<typeof matrixFilter>

export const matrixFormats = ["csv", "svg"] as const

export const matrixFormat = z.object({ format: z.enum(matrixFormats, "Choose a format: csv or svg.") })
