import * as z from "zod"
import { inDocument } from "./place.ts"

const position = z.int().min(0).max(100_000_000)

/** Stretches that one request may choose; a body of a megabyte holds no more. */
export const mostHunks = 60_000

/**
 * `seen` is the document's revision and `splitter` the splitter's version that the difference was shown for, `hunks`
 * the stretches that were chosen in it; `cues` takes all that differ in their hints only.
 */
export const resplitInput = inDocument.extend({
  seen: z.int().min(0),
  splitter: z.int().min(1),
  hunks: z.array(z.tuple([position, position])).max(mostHunks, "Choose fewer passages at once, then the rest."),
  cues: z.boolean(),
})
