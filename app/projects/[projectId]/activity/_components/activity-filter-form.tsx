"use client"
import Form from "next/form"
import { changeKinds } from "../../../../../lib/domain/change.ts"
import { changeKindWords } from "../../../../../lib/domain/change-kind-words.ts"
import type { ActivityPage } from "../../../../../lib/queries/activity.ts"
import { Button } from "../../../../_ui/button.tsx"
import { SelectField } from "../../../../_ui/select-field.tsx"

const kinds = changeKinds.map(kind => ({ value: kind, label: changeKindWords[kind] }))

interface Props {
  readonly path: string
  readonly filter: ActivityPage["filter"]
  readonly people: ActivityPage["people"]
  readonly documents: ActivityPage["documents"]
}

/** Chooses which changes are listed; the choice stands in the address, so that it can be sent to somebody. */
export function ActivityFilterForm({ path, filter, people, documents }: Props) {
  const { page: _page, ...chosen } = filter
  return (
    <Form
      action={path}
      key={JSON.stringify(chosen)}
      aria-label="Filter the activity"
      className="mb-6 grid items-end gap-4 sm:grid-cols-2 md:grid-cols-[12rem_14rem_minmax(0,1fr)_auto]"
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
        options={kinds}
      />
      <SelectField
        label="Document"
        name="document"
        defaultValue={filter.document ?? ""}
        placeholder="Every document and the project"
        options={documents.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <Button type="submit" className="justify-self-start">
        Filter
      </Button>
    </Form>
  )
}
