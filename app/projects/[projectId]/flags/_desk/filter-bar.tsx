"use client"
import { type RefObject, useState } from "react"
import { flagStatuses } from "../../../../../lib/domain/flag.ts"
import {
  type DeskFilter,
  dueTimes,
  emptyFilter,
  flagAges,
  flagCauses,
  flagGroups,
  flagSorts,
  narrows,
} from "../../../../../lib/domain/flag-desk.ts"
import { flagReasonWords, flagStatusWords } from "../../../../../lib/domain/flag-words.ts"
import type { FlagsPage } from "../../../../../lib/queries/flags.ts"
import { Button } from "../../../../_ui/button.tsx"
import { ageWords, byWords, dueWords, groupWords, sortWords } from "./desk-words.ts"
import { MenuButton, type MenuChoice, MenuChoices } from "./menu-button.tsx"

interface Props {
  readonly page: FlagsPage
  /** What is asked for, which the list may not follow yet. */
  readonly filter: DeskFilter
  /** Which menu is open; the keys open some too. */
  readonly open: string | null
  readonly onOpen: (menu: string | null) => void
  readonly onFilter: (filter: DeskFilter) => void
  readonly search: RefObject<HTMLInputElement | null>
}

/** What narrows, orders and groups the list. Beside each choice stands how many flags there are under the other ones. */
export function FilterBar({ page, filter, open, onOpen, onFilter, search }: Props) {
  const { counts, people, documents, me } = page
  const set = (part: Partial<DeskFilter>) => onFilter({ ...filter, ...part })
  const toggled = <T,>(list: readonly T[], value: T) =>
    list.includes(value) ? list.filter(one => one !== value) : [...list, value]
  const sum = (list: Readonly<Record<string, number>>) => Object.values(list).reduce((a, b) => a + b, 0)
  const menu = (name: string, label: string, on: boolean, children: React.ReactNode) => (
    <MenuButton
      key={name}
      name={`${name}: ${label}`}
      label={on ? label : name}
      on={on}
      open={open === name}
      onOpen={now => onOpen(now ? name : null)}
    >
      {children}
    </MenuButton>
  )
  const one = (
    name: string,
    chosen: string | undefined,
    choices: readonly MenuChoice[],
    choose: (value?: string) => void,
  ) =>
    menu(
      name,
      choices.find(({ value }) => value === chosen)?.label ?? "all",
      chosen !== undefined,
      <MenuChoices
        choices={choices}
        chosen={chosen ? [chosen] : []}
        onChoose={value => choose(value === chosen ? undefined : value)}
      />,
    )
  const listed = (
    words: Readonly<Record<string, string>>,
    values: readonly string[],
    count: Readonly<Record<string, number>>,
  ) => values.map(value => ({ value, label: words[value] ?? value, count: count[value] ?? 0 }))
  const assignees = [
    { value: "me", label: "Me", count: counts.assignee[me] ?? 0 },
    { value: "nobody", label: "Nobody", count: counts.assignee[""] ?? 0 },
    ...people
      .filter(({ id }) => id !== me && (counts.assignee[id] || id === filter.assignee))
      .map(({ id, name }) => ({ value: id, label: name, count: counts.assignee[id] ?? 0 })),
  ]
  const narrowed = narrows(filter)
  return (
    <div className="mb-3 grid gap-2.5">
      <div className="flex flex-wrap items-center gap-2">
        <SearchField key={filter.q} q={filter.q} field={search} onSearch={q => set({ q })} />
        {menu(
          "Order",
          sortWords[filter.sort],
          filter.sort !== "newest",
          <MenuChoices
            choices={listed(sortWords, flagSorts, {}).map(({ count: _, ...choice }) => choice)}
            chosen={[filter.sort]}
            onChoose={sort => set({ sort: sort as DeskFilter["sort"] })}
          />,
        )}
        {menu(
          "Groups",
          filter.group ? groupWords[filter.group] : "none",
          Boolean(filter.group),
          <MenuChoices
            choices={[
              { value: "", label: "No groups" },
              ...listed(groupWords, flagGroups, {}).map(({ count: _, ...choice }) => choice),
              ...(filter.group ? [{ value: "largest", label: "Largest groups first" }] : []),
            ]}
            chosen={[filter.group ?? "", ...(filter.largest ? ["largest"] : [])]}
            onChoose={group =>
              set(
                group === "largest"
                  ? { largest: filter.largest ? undefined : "1" }
                  : { group: (group || undefined) as DeskFilter["group"] },
              )
            }
          />,
        )}
      </div>
      <fieldset aria-label="Filter the flags" className="flex min-w-0 flex-wrap items-center gap-2">
        {menu(
          "Status",
          filter.status === "all" ? "All" : flagStatusWords[filter.status],
          filter.status !== "open",
          <MenuChoices
            choices={[
              ...listed(flagStatusWords, flagStatuses, counts.status),
              { value: "all", label: "All", count: sum(counts.status) },
            ]}
            chosen={[filter.status]}
            onChoose={status => set({ status: status as DeskFilter["status"] })}
          />,
        )}
        {one(
          "Raised by",
          filter.by,
          [
            { value: "people", label: byWords.people, count: (counts.by["me"] ?? 0) + (counts.by["others"] ?? 0) },
            { value: "rules", label: byWords.rules, count: counts.by["rules"] ?? 0 },
            { value: "me", label: byWords.me, count: counts.by["me"] ?? 0 },
          ],
          by => set({ by: by as DeskFilter["by"] }),
        )}
        {menu(
          "Reason",
          several(filter.reason.map(reason => flagReasonWords[reason])),
          filter.reason.length > 0,
          <MenuChoices
            several
            choices={listed(flagReasonWords, flagCauses, counts.reason)}
            chosen={filter.reason}
            onChoose={reason => set({ reason: toggled(filter.reason, reason as DeskFilter["reason"][number]) })}
          />,
        )}
        {menu(
          "Document",
          several(filter.document.map(id => documents.find(one => one.id === id)?.title ?? "another")),
          filter.document.length > 0,
          <MenuChoices
            several
            choices={documents.map(({ id, title }) => ({ value: id, label: title, count: counts.document[id] ?? 0 }))}
            chosen={filter.document}
            onChoose={id => set({ document: toggled(filter.document, id) })}
          />,
        )}
        {one("Person", filter.assignee, assignees, assignee => set({ assignee }))}
        {one("Due", filter.due, listed(dueWords, dueTimes, counts.due), due => set({ due: due as DeskFilter["due"] }))}
        {one("Raised", filter.age, listed(ageWords, flagAges, counts.age), age =>
          set({ age: age as DeskFilter["age"] }),
        )}
        <Button
          size="small"
          aria-pressed={Boolean(filter.blocking)}
          className={filter.blocking && "border-accent text-accent"}
          onClick={() => set({ blocking: filter.blocking ? undefined : "1" })}
        >
          Blocking <span className="figures text-soft">{counts.blocking["true"] ?? 0}</span>
        </Button>
        {narrowed && (
          <Button
            size="small"
            kind="plain"
            onClick={() =>
              onFilter({ ...emptyFilter, sort: filter.sort, group: filter.group, largest: filter.largest })
            }
          >
            Clear filters
          </Button>
        )}
      </fieldset>
    </div>
  )
}

const several = ([first, ...rest]: readonly string[]) =>
  first === undefined ? "all" : rest.length === 0 ? first : `${first} and ${rest.length} more`

interface Search {
  readonly q: string
  readonly field: RefObject<HTMLInputElement | null>
  readonly onSearch: (q: string) => void
}

function SearchField({ q, field, onSearch }: Search) {
  const [words, setWords] = useState(q)
  return (
    <search className="min-w-44 flex-1 sm:max-w-80">
      <form
        onSubmit={event => {
          event.preventDefault()
          field.current?.blur()
          onSearch(words.trim())
        }}
      >
        <input
          ref={field}
          type="search"
          aria-label="Search passages, remarks, answers and titles"
          placeholder="Search"
          maxLength={200}
          value={words}
          onChange={event => setWords(event.target.value)}
          onKeyDown={event => event.key === "Escape" && field.current?.blur()}
          className="control min-h-8 py-1 text-sm"
        />
      </form>
    </search>
  )
}
