import * as z from "zod"
import { type ArchiveFile, archivePeople, tableOf } from "../domain/archive-tables.ts"
import { nameLimits } from "../domain/export-names.ts"
import { type StoredPolicy, storedPolicy } from "../domain/policy.ts"
import { rationaleText, readRationale } from "../domain/rationale.ts"
import type { TextAnchor } from "../domain/text-anchor.ts"
import { cueKinds } from "../domain/unit.ts"
import { storedFilter } from "./flag-desk-input.ts"
import { rowId } from "./place.ts"
import { policyWords } from "./policy-input.ts"
import { archiveReference, cslItem } from "./project-input.ts"

/** Which project's archive is asked for. */
export const archiveRequest = z.object({ projectId: rowId() })

const cues = z.array(
  z.looseObject({
    kind: z.enum(cueKinds),
    rule: z.string(),
    start: z.int().min(0),
    end: z.int().min(0),
    strength: z.literal([1, 2]),
  }),
)

const place = z.int().min(0)
const anchor = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("page"), at: place, label: z.string() }),
  z.strictObject({ kind: z.literal("note"), at: place, label: z.string(), start: place, end: place }),
  z.strictObject({ kind: z.literal("aside"), start: place, end: place, label: z.string() }),
])
/** Whether an anchor lies in a text of so many code units. */
const within = (length: number) => (one: TextAnchor) =>
  one.kind === "page" ? one.at <= length : one.start <= one.end && one.end <= length

/**
 * What the rows of an archive have to say beyond what the database itself holds of every row: what is read as JSON, shown
 * as a link or computed from its neighbours. A row that passes is stored as it is, not as it was read here.
 */
const words: Readonly<Partial<Record<ArchiveFile | "people", z.ZodType>>> = {
  people: z.object({ name: z.string().min(1).max(200), exportNames: z.enum(nameLimits) }),
  policies: z.object({ body: z.custom<StoredPolicy>(body => policyWords.safeParse(policyOf(body)).success) }),
  versions: z
    .object({ text: z.string(), length: z.int(), anchors: z.array(anchor) })
    .refine(
      ({ text, length, anchors }) => text.length === length && text.isWellFormed() && anchors.every(within(length)),
    ),
  sources: z.object({ csl: cslItem, archive: archiveReference.nullable() }),
  units: z.object({ cues, bornCues: cues }),
  annotations: z.object({ rationale: z.unknown(), rationaleText: z.string() }).refine(row => {
    const read = readRationale(row.rationale)
    return read.ok && rationaleText(read.value) === row.rationaleText
  }),
  flags: z.object({ detail: z.looseObject({}).nullable() }),
  views: z.object({ filter: storedFilter, shared: z.literal(true) }),
}

const policyOf = (body: unknown) =>
  typeof body === "object" && body !== null ? storedPolicy(body as StoredPolicy) : null

/** Whether a row of an archive's file says what rows of its table say. */
export const saysWhatItShould = (file: ArchiveFile | "people", row: object): boolean =>
  words[file]?.safeParse(row).success ?? true

/** The columns of a file of an archive. */
export const columnsOf = (file: ArchiveFile | "people") => (file === "people" ? archivePeople : tableOf(file).columns)
