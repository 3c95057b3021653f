import * as z from "zod"
import { changeKinds } from "../domain/change.ts"
import { changeGroups } from "../domain/change-groups.ts"
import { rowId } from "./place.ts"

/** A field that may be left open; a form sends an empty word then. */
export const optional = <S extends z.ZodType>(schema: S) =>
  z.union([z.literal("").transform(() => undefined), schema]).optional()

/** The number of a list's page, 1 when none is asked for. */
export const page = optional(z.coerce.number<number | string>().int().min(1).max(1_000_000)).transform(
  number => number ?? 1,
)

/** What pages for people call the numbers of their lists' pages. Programs go from row to row. */
export const pageNumbers: readonly string[] = ["page", "documents", "skips"]

/** Behind which row a list goes on, in the words that its last part gave. */
export const after = optional(z.string().max(8_000))

interface Asked {
  readonly page: number
  readonly after?: string | undefined
}

/** Where the part of a list begins that is asked for; `size` is how many rows a page has. */
export const placeIn = ({ page, after }: Asked, size: number = pageSize): { after: string } | { from: number } =>
  after === undefined ? { from: (page - 1) * size } : { after }

/** A change by its place: the id of its stream and its revision there, parted by a point. */
const changeKey = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[1-9][0-9]{0,8}$/i)
  .transform(words => ({ streamId: words.slice(0, 36).toLowerCase(), revision: Number(words.slice(37)) }))

const day = z.iso.date().refine(words => words > "1900" && words < "2200")

/**
 * Which changes to list, as it stands in an address: by whom, of what kind or about what, between which days of
 * coordinated universal time; from one change on, or what is older or newer than one.
 */
export const historyFilter = z.object({
  person: optional(rowId()),
  kind: optional(z.enum([...changeKinds, ...changeGroups])),
  from: optional(day),
  to: optional(day),
  at: optional(changeKey),
  older: optional(changeKey),
  newer: optional(changeKey),
})

/** One change by its place, and the passage in whose history it is looked at, if it is one. */
export const changePlace = z.object({
  projectId: rowId(),
  streamId: rowId(),
  revision: z.coerce.number<number | string>().int().min(1).max(1_000_000_000),
  claim: optional(rowId()),
})

/** The changes of a whole project, where a document can be chosen too. */
export const activityFilter = historyFilter.extend({ document: optional(rowId()) })

/** Which part of the claims whose verdict fell, as it stands in an address. */
export const reopenedFilter = z.object({ page, after })

/** How many rows such a list shows at once. */
export const pageSize = 50
