import * as z from "zod"
import { mostAsked } from "../domain/policy.ts"
import { cueKinds } from "../domain/unit.ts"
import { after, page } from "./list-filter.ts"
import { inProject, rowId } from "./place.ts"

/** Which claims, by how far the work on them is; "unfinished" are all that have no verdict. */
export const selectableStates = ["unfinished", "open", "in-review", "contested", "all"] as const

/** Cues that are stored with a claim, so that claims can be chosen by them. */
export const selectableCues = cueKinds.filter(kind => kind !== "name" && kind !== "number")

const number = z.int("Give a whole number.").min(1, "Claims are counted from 1.").nullable()

/** Which claims are to be assigned: of one document or of all, from claim to claim as the card counts them, of a kind. */
export const claimSelection = z.strictObject({
  documentId: rowId().nullable(),
  from: number,
  to: number,
  state: z.enum(selectableStates),
  flagged: z.boolean(),
  cue: z.enum(selectableCues).nullable(),
  /** Only those that are nobody's yet. */
  unassigned: z.boolean(),
})

const people = z.array(rowId()).min(1, "Choose at least one person.").max(200)

const assignment = claimSelection.extend({
  people,
  overlap: z.int("Give a whole number.").min(1, "At least one person.").max(mostAsked),
})

type Range = Pick<z.output<typeof claimSelection>, "documentId" | "from" | "to">
const ranged = ({ documentId, from, to }: Range) => documentId !== null || (from === null && to === null)
const inOrder = ({ from, to }: Range) => from === null || to === null || from <= to
const rangeNeedsDocument = { path: ["documentId"], message: "Choose the document in which the claims are counted." }
const rangeBackwards = { path: ["to"], message: "The last claim comes before the first one." }

/** What the form asks for. */
export const assignmentWords = assignment.refine(ranged, rangeNeedsDocument).refine(inOrder, rangeBackwards)

/** What the preview is asked for. */
export const assignmentDraft = assignment
  .extend({ projectId: rowId() })
  .refine(ranged, rangeNeedsDocument)
  .refine(inOrder, rangeBackwards)

/** `seen` is how many claims each person was to get when it was shown, so that nothing else is assigned than that. */
export const assignmentInput = inProject
  .extend({
    id: rowId(),
    ...assignment.shape,
    seen: z.array(z.strictObject({ userId: rowId(), count: z.int().min(0) })),
  })
  .refine(ranged, rangeNeedsDocument)
  .refine(inOrder, rangeBackwards)

/** What is left of somebody's assignments, in one document or in all, ends; `to` get them instead, when there are any. */
export const assignmentsEnd = inProject.extend({
  id: rowId(),
  userId: rowId(),
  documentId: rowId().nullable(),
  to: z.array(rowId()).max(200),
})

/** The pages of the work page's lists, as they stand in an address. */
export const workFilter = z.object({
  page,
  after,
  documents: page,
  documentsAfter: after,
  skips: page,
  skipsAfter: after,
})
