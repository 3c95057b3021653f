import * as z from "zod"
import { isLogHead } from "../domain/log-head.ts"
import { optional } from "./list-filter.ts"

/** A head to look up in a project's log, as an exported file states it. */
export const logQuestion = z.object({
  head: optional(
    z.string().trim().max(100).toLowerCase().refine(isLogHead, "A head is a number, a hyphen and 64 digits."),
  ),
})
