import * as z from "zod"
import { flagStatuses } from "../domain/flag.ts"
import { type DeskFilter, dueTimes, flagAges, flagCauses, flagGroups, flagSorts, raisers } from "../domain/flag-desk.ts"
import { optional } from "./list-filter.ts"
import { inDocument, inProject, line, lines, required, rowId } from "./place.ts"

/** Several values in one word of an address, with commas between them; none for every value. */
const several = <T extends string>(one: z.ZodType<T, string>, most: number) =>
  optional(
    z
      .string()
      .transform(words => [...new Set(words.split(","))])
      .pipe(z.array(one).max(most)),
  ).transform(list => list ?? [])

/** Which flags the desk lists and how, as it stands in an address; without a status, the open ones. */
export const deskFilter = z.object({
  status: optional(z.enum([...flagStatuses, "all"])).transform(status => status ?? "open"),
  by: optional(z.enum(raisers)),
  reason: several(z.enum(flagCauses), flagCauses.length),
  document: several(rowId(), 50),
  assignee: optional(z.union([z.enum(["me", "nobody"]), rowId()])),
  due: optional(z.enum(dueTimes)),
  age: optional(z.enum(flagAges)),
  blocking: optional(z.literal("1")),
  q: optional(line(200)).transform(words => words ?? ""),
  sort: optional(z.enum(flagSorts)).transform(sort => sort ?? "newest"),
  group: optional(z.enum(flagGroups)),
  largest: optional(z.literal("1")),
}) satisfies z.ZodType<DeskFilter>

/** The desk's address: a saved view, or one of those that every project has, and what is chosen otherwise. */
export const deskAddress = z.object({
  view: optional(z.union([z.enum(["open", "mine", "overdue", "rules", "blocking"]), rowId()])),
  /** The saved view from which one came to what is chosen now. */
  from: optional(rowId()),
})

/** More of a list that was begun: `after` says behind which row, in the words that the list gave. */
export const deskMore = z.object({ after: z.string().max(2_000) })

export const mostFlags = 200
const version = z.int().min(1)

const answer = lines(5_000).min(1, "Say how the flags were dealt with.")
const day = z.iso.date("Give a day, or none.")

export const flagAct = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("answer"), answer }),
  z.strictObject({ do: z.literal("assign"), assigneeId: rowId("Choose a person.").nullable() }),
  z.strictObject({ do: z.literal("date"), dueOn: day.nullable() }),
  z.strictObject({ do: z.literal("withdraw") }),
  z.strictObject({ do: z.literal("reopen") }),
])

const seenFlag = z.strictObject({ id: rowId(), version })

/** An act on flags of several documents, each as it was seen. */
export const flagsAct = inProject.extend({
  act: flagAct,
  flags: z
    .array(seenFlag.extend({ documentId: rowId() }))
    .min(1)
    .max(mostFlags),
})

/** The part of an act that is one document's. */
export const documentFlagsAct = inDocument.extend({
  projectId: rowId(),
  act: flagAct,
  flags: z.array(seenFlag).min(1).max(mostFlags),
})

const revision = z.int().min(1)

/** Acts of one's own that are to be taken back, by the changes that they were. */
export const flagsUndo = inProject.extend({
  changes: z
    .array(z.strictObject({ documentId: rowId(), revision }))
    .min(1)
    .max(mostFlags),
})

export const documentFlagsUndo = inDocument.extend({ projectId: rowId(), revision })

/** What a form asks for, before the flags are named. */
export const answerWords = z.strictObject({ answer })
export const assignWords = z.strictObject({ assigneeId: z.string() })
export const dateWords = z.strictObject({ dueOn: z.union([z.literal(""), day]) })

const viewName = required(z.string().trim().max(80, "Shorten this to 80 characters.")).pipe(line(80))

/** What a person fills in about a view. */
export const viewWords = z.strictObject({ name: viewName, shared: z.boolean() })

/** The filter of a view in the words of the desk's address; what it knows is checked again whenever it is read. */
export const storedFilter = z.partialRecord(
  z.enum(Object.keys(deskFilter.shape) as [keyof DeskFilter]),
  z.string().max(2_000),
)

export const newView = z.strictObject({ projectId: rowId(), viewId: rowId(), ...viewWords.shape, filter: storedFilter })
/** What changes about a view; what is left out stays. */
export const viewChange = z.strictObject({
  projectId: rowId(),
  viewId: rowId(),
  name: viewName.optional(),
  shared: z.boolean().optional(),
  filter: storedFilter.optional(),
})
export const viewDeletion = z.strictObject({ projectId: rowId(), viewId: rowId() })
