import * as z from "zod"
import { changeKinds } from "../domain/change.ts"
import { rowId } from "./place.ts"

/** A field that may be left open; a form sends an empty word then. */
export const optional = <S extends z.ZodType>(schema: S) =>
  z.union([z.literal("").transform(() => undefined), schema]).optional()

/** The number of a list's page, 1 when none is asked for. */
export const page = optional(z.coerce.number().int().min(1).max(1_000_000)).transform(number => number ?? 1)

/** Which changes to list, as it stands in an address. */
export const activityFilter = z.object({
  person: optional(rowId()),
  kind: optional(z.enum(changeKinds)),
  document: optional(rowId()),
  page,
})

/** Which page of the claims whose verdict fell, as it stands in an address. */
export const reopenedFilter = z.object({ page })

/** How many rows such a list shows at once. */
export const pageSize = 50
