import { type FlagReason, type FlagRule, type FlagStatus, flagReasons, flagRules } from "./flag.ts"
import { flagReasonWords } from "./flag-words.ts"

/** Everything that a flag can be raised for, in the order in which lists name it: by people, then by rules. */
export const flagCauses = [...flagReasons, ...flagRules] as const
export type FlagCause = FlagReason | FlagRule

/** Who or what raised a flag. */
export const raisers = ["people", "rules", "me"] as const

/** When a flag is due, as of a day: before it, within seven days of it, later, or no day is set. */
export const dueTimes = ["overdue", "week", "later", "none"] as const
export type DueTime = (typeof dueTimes)[number]

/** How long ago a flag was raised: within a day, within seven, within thirty, or longer ago. */
export const flagAges = ["day", "week", "month", "older"] as const
export type FlagAge = (typeof flagAges)[number]

export const flagSorts = ["newest", "oldest", "due", "document", "reason"] as const
export type FlagSort = (typeof flagSorts)[number]

export const flagGroups = ["document", "reason", "assignee", "due"] as const
export type FlagGroup = (typeof flagGroups)[number]

/** Which flags the desk lists, and how. What is left out does not narrow. */
export interface DeskFilter {
  readonly status: FlagStatus | "all"
  readonly by?: (typeof raisers)[number] | undefined
  readonly reason: readonly FlagCause[]
  readonly document: readonly string[]
  /** "me", "nobody", or the id under which somebody is known. */
  readonly assignee?: string | undefined
  readonly due?: DueTime | undefined
  readonly age?: FlagAge | undefined
  readonly blocking?: "1" | undefined
  readonly q: string
  readonly sort: FlagSort
  readonly group?: FlagGroup | undefined
  /** The groups with the most flags come first. */
  readonly largest?: "1" | undefined
}

export const emptyFilter: DeskFilter = { status: "open", reason: [], document: [], q: "", sort: "newest" }

/** A filter as it stands in an address and in a saved view; what does not narrow is left out. */
export function filterWords(filter: DeskFilter): Readonly<Record<string, string>> {
  const { status, reason, document, sort, q, largest, ...rest } = filter
  const words: Record<string, string | undefined> = {
    status: status === "open" ? "" : status,
    ...rest,
    reason: reason.join(","),
    document: document.join(","),
    q,
    sort: sort === "newest" ? "" : sort,
    largest: filter.group && largest,
  }
  return Object.fromEntries(Object.entries(words).filter((pair): pair is [string, string] => Boolean(pair[1])))
}

/** Whether a filter leaves out anything that the desk shows by itself. */
export const narrows = (filter: DeskFilter): boolean =>
  Object.keys(filterWords({ ...filter, sort: "newest", group: undefined })).length > 0

/** The views that every project has. They are no rows; nobody renames or deletes them. */
export const givenViews = [
  { id: "open", name: "Open", filter: {} },
  { id: "mine", name: "Mine", filter: { assignee: "me" } },
  { id: "overdue", name: "Overdue", filter: { due: "overdue", sort: "due" } },
  { id: "rules", name: "Raised by rules", filter: { by: "rules" } },
  { id: "blocking", name: "Blocking", filter: { blocking: "1" } },
] as const satisfies readonly {
  readonly id: string
  readonly name: string
  readonly filter: Readonly<Record<string, string>>
}[]

/** The causes whose words hold what is searched for: "witness" finds every flag of the rule "one witness only". */
export const causesNamed = (q: string): readonly FlagCause[] =>
  q === "" ? [] : flagCauses.filter(cause => flagReasonWords[cause].includes(q.toLowerCase()))
