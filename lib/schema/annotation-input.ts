import * as z from "zod"
import { directnesses, locatorLabels, ranks, stances } from "../domain/citation.ts"
import { flagReasons } from "../domain/flag.ts"
import { confidences, labels } from "../domain/label.ts"
import { unitKinds } from "../domain/unit.ts"
import { inDocument, line, lines } from "./place.ts"

const version = z.int().min(1)
const position = z.int().min(0).max(100_000_000)

/** `seen` is the id of one's own current annotation that the form was filled in against; null for none. */
export const annotationInput = inDocument.extend({
  unitId: z.uuid(),
  id: z.uuid(),
  label: z.enum(labels, "Choose a label: documented, disputed or speculative."),
  confidence: z.enum(confidences, "Choose how sure you are: low, moderate or high."),
  /** Checked against our own rationale schema by the command. */
  rationale: z.unknown(),
  seen: z.uuid().nullable(),
})

export const annotationWithdrawal = inDocument.extend({ unitId: z.uuid(), seen: z.uuid() })

/** What a person fills in about a citation. */
export const citationWords = z.strictObject({
  sourceId: z.uuid("Choose a source, or create one."),
  stance: z.enum(stances, "Choose how the source bears on the claim."),
  locatorLabel: z.enum(locatorLabels),
  locator: line(200),
  quotation: lines(5_000),
  note: lines(5_000),
  rank: z.enum(ranks).nullable(),
  directness: z.enum(directnesses).nullable(),
})

export const citationInput = inDocument.extend({ unitId: z.uuid(), id: z.uuid(), ...citationWords.shape })
export const citationChange = inDocument.extend({ citationId: z.uuid(), version, ...citationWords.shape })
export const citationWithdrawal = inDocument.extend({ citationId: z.uuid(), version })

export const splitInput = inDocument.extend({
  unitId: z.uuid(),
  version,
  at: position,
  ids: z.tuple([z.uuid(), z.uuid()]),
})
export const mergeInput = inDocument.extend({ unitId: z.uuid(), version, id: z.uuid() })
export const boundaryInput = inDocument.extend({ unitId: z.uuid(), version, at: position })
export const kindInput = inDocument.extend({ unitId: z.uuid(), version, kind: z.enum(unitKinds) })
export const restoreInput = inDocument.extend({ unitId: z.uuid(), version })

export const flagWords = z.strictObject({
  reason: z.enum(flagReasons, "Choose why the passage needs work."),
  note: lines(5_000),
  blocking: z.boolean(),
})
export const flagInput = inDocument.extend({
  id: z.uuid(),
  start: position,
  end: position,
  quote: z.string().min(1).max(100_000),
  ...flagWords.shape,
})
export const flagAnswer = inDocument.extend({
  flagId: z.uuid(),
  version,
  answer: lines(5_000).min(1, "Say how the flag was dealt with."),
})
export const flagWithdrawal = inDocument.extend({ flagId: z.uuid(), version })

/** `seen` is the id of the decision that the form was filled in against; null for none. */
export const adjudicationInput = inDocument.extend({
  unitId: z.uuid(),
  id: z.uuid(),
  label: z.enum(labels, "Choose a label: documented, disputed or speculative."),
  reason: lines(10_000).min(1, "Give the reason for the decision; it goes into the export."),
  seen: z.uuid().nullable(),
})
export const adjudicationReopening = inDocument.extend({ unitId: z.uuid(), seen: z.uuid() })
