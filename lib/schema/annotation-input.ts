import * as z from "zod"
import { bearings, directnesses, locatorLabels, ranks, stances } from "../domain/citation.ts"
import { flagReasons } from "../domain/flag.ts"
import { credibilities } from "../domain/grade.ts"
import { confidences, labels } from "../domain/label.ts"
import { unitKinds } from "../domain/unit.ts"
import { inDocument, line, lines, rowId } from "./place.ts"

const version = z.int().min(1)
/** More sub-claims than any sentence has that somebody read. */
export const maxParts = 60
const position = z.int().min(0).max(100_000_000)

/** `seen` is the id of one's own current annotation that the form was filled in against; null for none. */
export const annotationInput = inDocument.extend({
  unitId: rowId(),
  id: rowId(),
  label: z.enum(labels, "Choose a label: documented, disputed or speculative."),
  confidence: z.enum(confidences, "Choose how sure you are: low, moderate or high."),
  /** Checked against our own rationale schema by the command. */
  rationale: z.unknown(),
  /** For a claim that is ascribed to somebody: whether they said it. Null leaves it unjudged. */
  said: z.enum(labels, "Choose a label: documented, disputed or speculative.").nullable().default(null),
  seen: rowId().nullable(),
})

export const annotationWithdrawal = inDocument.extend({ unitId: rowId(), seen: rowId() })

/** What a person fills in about a citation. */
export const citationWords = z.strictObject({
  sourceId: rowId("Choose a source, or create one."),
  stance: z.enum(stances, "Choose how the source bears on the claim."),
  locatorLabel: z.enum(locatorLabels),
  locator: line(200),
  quotation: lines(5_000),
  note: lines(5_000),
  rank: z.enum(ranks).nullable(),
  directness: z.enum(directnesses).nullable(),
  credibility: z.literal(credibilities, "Choose a credibility from 1 to 6.").nullable().default(null),
  bearsOn: z.enum(bearings).default("so"),
  throughId: rowId("Choose the source in which you saw it.").nullable().default(null),
  snapshotId: rowId("Choose a snapshot of the source.").nullable().default(null),
})

export const citationInput = inDocument.extend({ unitId: rowId(), id: rowId(), ...citationWords.shape })
export const citationChange = inDocument.extend({ citationId: rowId(), version, ...citationWords.shape })
export const citationWithdrawal = inDocument.extend({ citationId: rowId(), version })

export const splitInput = inDocument.extend({
  unitId: rowId(),
  version,
  at: position,
  ids: z.tuple([rowId(), rowId()]),
})
/** The parts as the person saw them proposed; the first begins with the passage. */
export const partsInput = inDocument.extend({
  unitId: rowId(),
  version,
  parts: z
    .array(
      z.strictObject({
        id: rowId(),
        start: position,
        subject: z.strictObject({ start: position, end: position }).nullable(),
      }),
    )
    .min(2)
    .max(maxParts),
})
/** The passage that follows, as the person saw it; null for none. */
const seenNext = { nextId: rowId().nullable(), nextVersion: version.nullable() }
export const mergeInput = inDocument.extend({ unitId: rowId(), version, ...seenNext, id: rowId() })
export const boundaryInput = inDocument.extend({ unitId: rowId(), version, ...seenNext, at: position })
/** `told` are the steps that can't be taken back, as the person was told: they are passed over while that is so. */
export const redoInput = inDocument.extend({ told: z.array(z.int().min(1)).max(1_000).default([]) })
/** `revision` is the one change that is meant, when it need not be the latest. */
export const undoInput = redoInput.extend({ revision: z.int().min(1).optional() })
export const kindInput = inDocument.extend({ unitId: rowId(), version, kind: z.enum(unitKinds) })
export const restoreInput = inDocument.extend({ unitId: rowId(), version })

export const flagWords = z.strictObject({
  reason: z.enum(flagReasons, "Choose why the passage needs work."),
  note: lines(5_000),
  blocking: z.boolean(),
})
export const flagInput = inDocument.extend({
  id: rowId(),
  start: position,
  end: position,
  quote: z.string().min(1).max(100_000),
  /** The version of the text that the positions are of; the current one when nobody says. */
  number: version.optional(),
  ...flagWords.shape,
})
export const flagAnswer = inDocument.extend({
  flagId: rowId(),
  version,
  answer: lines(5_000).min(1, "Say how the flag was dealt with."),
})
export const flagWithdrawal = inDocument.extend({ flagId: rowId(), version })
