import * as z from "zod"
import { lackKinds } from "../domain/claim-lacks.ts"
import { flagReasons } from "../domain/flag.ts"
import { labels } from "../domain/label.ts"
import { paces } from "../domain/progress-series.ts"
import { claimStates } from "../domain/verdict.ts"
import { after, optional, page } from "./list-filter.ts"
import { rowId } from "./place.ts"

/** In which order claims are listed. */
export const claimSorts = ["text", "newest", "oldest", "labels"] as const

const number = optional(z.coerce.number<number | string>().int().min(1).max(10_000_000))

/** Which claims to list, as it stands in an address. */
export const claimsFilter = z.object({
  state: optional(z.enum(claimStates)),
  /** A verdict, any verdict, or none. */
  verdict: optional(z.enum([...labels, "any", "none"])),
  document: optional(rowId()),
  /** From claim to claim of the document, as the card counts them. */
  from: number,
  to: number,
  /** What stands between the claim and being vetted, and only claims that lack nothing else. */
  lacks: optional(z.enum(lackKinds)),
  alone: optional(z.literal("1")),
  /** Claims with an open blocking flag of this reason. */
  flag: optional(z.enum(flagReasons)),
  /** Claims that somebody labelled, or that this many people labelled. */
  by: optional(rowId()),
  labelled: optional(z.enum(["some", "none", "several"])),
  /** Claims that are assigned to somebody who has not labelled them yet. */
  assigned: optional(rowId()),
  search: optional(z.string().trim().max(200)),
  sort: optional(z.enum(claimSorts)).transform(sort => sort ?? "text"),
  page,
  after,
})
export type ClaimsFilter = z.output<typeof claimsFilter>

/** How the overview is shown, as it stands in an address: the stretches of its curves, and the page of its documents. */
export const overviewFilter = z.object({ per: optional(z.enum(paces)), page, after })

/** Which part of a project's documents is listed. */
export const documentsFilter = z.object({ page, after })
