import type { FlagAct, FlagOutcome } from "../../../../../lib/domain/flag-act.ts"
import type { DueTime, FlagAge, FlagGroup, FlagSort } from "../../../../../lib/domain/flag-desk.ts"

export const dueWords: Record<DueTime, string> = {
  overdue: "Overdue",
  week: "Due within a week",
  later: "Due later",
  none: "No due date",
}

export const ageWords: Record<FlagAge, string> = {
  day: "Within a day",
  week: "Within a week",
  month: "Within 30 days",
  older: "Longer ago",
}

export const sortWords: Record<FlagSort, string> = {
  newest: "Newest first",
  oldest: "Oldest first",
  due: "By due date",
  document: "As in the text",
  reason: "By reason",
}

export const groupWords: Record<FlagGroup, string> = {
  document: "By document",
  reason: "By reason",
  assignee: "By person",
  due: "By due date",
}

export const byWords = { people: "People", rules: "Rules", me: "Me" } as const

export const flagsMany = (count: number): string => (count === 1 ? "1 flag" : `${count.toLocaleString("en-GB")} flags`)

/** What is done, as the title of a dialog, the word on its button, and what is said of it afterwards. */
export const actWords: Record<
  FlagAct["do"],
  { readonly title: string; readonly button: string; readonly done: (flags: string) => string }
> = {
  answer: { title: "Answer", button: "Answer and close", done: flags => `${flags} answered.` },
  assign: { title: "Give to somebody", button: "Assign", done: flags => `${flags} assigned.` },
  date: { title: "Set the due date", button: "Set the date", done: flags => `${flags} dated.` },
  withdraw: { title: "Withdraw", button: "Withdraw", done: flags => `${flags} withdrawn.` },
  reopen: { title: "Open again", button: "Open again", done: flags => `${flags} opened again.` },
}

/** Why a flag stayed as it is, in words that follow how many there are. */
export const leftWords: Record<Exclude<FlagOutcome, "done">, string> = {
  same: "were so already",
  changed: "were changed by somebody in the meantime",
  closed: "were not open any more",
  "not-allowed": "are not yours to change in this way",
  hidden: "are on claims whose labels that person may not see yet",
  gone: "can’t be found any more",
}
