import type { DueTime, FlagCause } from "../../../../../lib/domain/flag-desk.ts"
import { flagReasonWords } from "../../../../../lib/domain/flag-words.ts"
import type { FlagsPage } from "../../../../../lib/queries/flags.ts"
import { dueWords } from "./desk-words.ts"

interface Props {
  readonly page: FlagsPage
  /** By what the groups are told apart. */
  readonly value: string
  /** The title of a document that is none of those to choose from. */
  readonly title: string
}

/** The head of a group of the list, with how many flags there are in it. */
export function GroupHead({ page, value, title }: Props) {
  const { filter, counts, documents, people, me } = page
  const names = {
    document: () => documents.find(({ id }) => id === value)?.title ?? title,
    reason: () => flagReasonWords[value as FlagCause],
    assignee: () =>
      value === "" ? "Nobody’s" : value === me ? "Mine" : (people.find(({ id }) => id === value)?.name ?? ""),
    due: () => dueWords[value as DueTime],
  }
  return (
    <>
      {filter.group && names[filter.group]()}{" "}
      <span className="figures font-normal text-soft">{counts.group[value] ?? 0}</span>
    </>
  )
}
