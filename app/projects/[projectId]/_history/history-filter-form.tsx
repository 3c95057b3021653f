"use client"
import { changeGroupOf, changeGroups, changeGroupWords, kindsOfGroup } from "../../../../lib/domain/change-groups.ts"
import { changeKindWords } from "../../../../lib/domain/change-kind-words.ts"
import type { ActivityPage } from "../../../../lib/queries/activity.ts"
import { Button } from "../../../_ui/button.tsx"
import { classNames } from "../../../_ui/class-names.ts"
import { FilterForm } from "../../../_ui/filter-form.tsx"
import { SelectField } from "../../../_ui/select-field.tsx"
import { TextField } from "../../../_ui/text-field.tsx"
import type { HistoryFilter } from "./history-address.ts"

interface Props {
  readonly path: string
  readonly filter: HistoryFilter
  readonly people: ActivityPage["people"]
  /** To choose one from; left out in the history of one document. */
  readonly documents?: ActivityPage["documents"]
}

const kinds = changeGroups.flatMap(group => [
  { value: group, label: `${changeGroupWords[group]}, all` },
  ...kindsOfGroup(group).map(kind => ({ value: kind, label: `\u2003${changeKindWords[kind]}` })),
])
const ofDocuments = new Set(["people", "rules", "sources"])
const documentKinds = kinds.filter(({ value }) => !ofDocuments.has(groupOf(value)))

/** Chooses which changes are listed; the choice stands in the address, so that it can be sent to somebody. */
export function HistoryFilterForm({ path, filter, people, documents }: Props) {
  const { at: _at, older: _older, newer: _newer, ...chosen } = filter
  return (
    <FilterForm
      path={path}
      label="Filter the changes"
      chosen={chosen}
      className={classNames(
        "mb-6 grid items-end gap-4 sm:grid-cols-2",
        documents ? "md:grid-cols-3" : "md:grid-cols-[repeat(4,minmax(0,1fr))_auto]",
      )}
    >
      <SelectField
        label="Person"
        name="person"
        defaultValue={filter.person ?? ""}
        placeholder="Everybody"
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        label="What happened"
        name="kind"
        defaultValue={filter.kind ?? ""}
        placeholder="Everything"
        options={documents ? kinds : documentKinds}
      />
      {documents && (
        <SelectField
          label="Document"
          name="document"
          defaultValue={filter.document ?? ""}
          placeholder="Every document and the project"
          options={documents.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
      <TextField label="From" name="from" type="date" defaultValue={filter.from ?? ""} />
      <TextField label="To" name="to" type="date" defaultValue={filter.to ?? ""} />
      <Button type="submit" className="justify-self-start">
        Filter
      </Button>
    </FilterForm>
  )
}

function groupOf(value: string): string {
  return value in changeGroupOf ? changeGroupOf[value as keyof typeof changeGroupOf] : value
}
