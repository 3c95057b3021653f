import * as z from "zod"
import { flagReasons } from "../domain/flag.ts"
import { labels } from "../domain/label.ts"
import { inDocument, line, lines, rowId } from "./place.ts"

/** Bytes of the files that are read at once. */
export const largestMarkings = 16 * 1_048_576
/** Passages that are brought in at once, and flags among them. */
export const mostMarked = 10_000
export const mostFlagged = 1_000

const tooLarge = "The files are larger than 16 MB. Export fewer texts at once and bring them in one after the other."

/** Files to be read against a document. */
export const markingsInput = z.strictObject({
  documentId: rowId(),
  files: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(300),
        base64: z.base64().max(Math.ceil(largestMarkings / 3) * 4, tooLarge),
      }),
    )
    .min(1, "Choose a file.")
    .max(100, "Choose at most 100 files at once, or a ZIP of them.")
    .refine(
      files =>
        files.reduce((total, { base64 }) => total + base64.length, 0) <= Math.ceil(largestMarkings / 3) * 4 + 400,
      tooLarge,
    ),
  /** What positions count; null for what those of the format do. */
  counted: z.enum(["utf-16", "code-points"]).nullable().default(null),
  /** The text of the file that is this document, when the person says so; null to find it. */
  of: z.string().max(10_000).nullable().default(null),
})

const position = z.int().min(0).max(100_000_000)

/** A passage of the document's text and what its label comes to here. */
export const broughtIn = z.strictObject({
  start: position,
  end: position,
  quote: z.string().min(1).max(100_000),
  becomes: z.enum([...labels, ...flagReasons], "Choose what the label becomes."),
  fileLabel: line(200).default(""),
  text: lines(5_000).default(""),
  author: line(200).default(""),
})

/** Passages are read one by one by the command, so that thousands of them hold nobody up. */
export const preAnnotationsInput = inDocument.extend({
  /** The version of the text that the positions are of. */
  number: z.int().min(1),
  file: line(200).min(1, "Give the file a name."),
  passages: z
    .array(z.unknown())
    .min(1, "Choose at least one passage.")
    .max(mostMarked, "At most 10,000 passages can be brought in at once. Bring them in in parts."),
})

/** `unitId` is the claim on whose card the suggestion stands. */
export const preAnnotationDismissal = inDocument.extend({ unitId: rowId(), preAnnotationId: rowId() })
