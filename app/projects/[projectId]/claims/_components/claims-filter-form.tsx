"use client"
import { lackKinds, lackWords } from "../../../../../lib/domain/claim-lacks.ts"
import { flagReasons } from "../../../../../lib/domain/flag.ts"
import { flagReasonWords } from "../../../../../lib/domain/flag-words.ts"
import { labels } from "../../../../../lib/domain/label.ts"
import type { ClaimsPage } from "../../../../../lib/queries/claims.ts"
import { Button } from "../../../../_ui/button.tsx"
import { Checkbox } from "../../../../_ui/checkbox.tsx"
import { FilterForm } from "../../../../_ui/filter-form.tsx"
import { SelectField } from "../../../../_ui/select-field.tsx"
import { TextField } from "../../../../_ui/text-field.tsx"
import { TextLink } from "../../../../_ui/text-link.tsx"
import { DocumentField } from "../../_components/document-field.tsx"

const states = [
  { value: "open", label: "Open" },
  { value: "in-review", label: "In review" },
  { value: "contested", label: "Contested" },
  { value: "blocked", label: "Blocked by a flag" },
  { value: "vetted", label: "Vetted" },
]
const verdicts = [
  ...labels.map(label => ({ value: label, label: label.charAt(0).toUpperCase() + label.slice(1) })),
  { value: "any", label: "Any verdict" },
  { value: "none", label: "No verdict" },
]
const counts = [
  { value: "none", label: "Nobody’s label" },
  { value: "some", label: "A label or more" },
  { value: "several", label: "Two labels or more" },
]
const sorts = [
  { value: "text", label: "As in the texts" },
  { value: "newest", label: "Labelled last first" },
  { value: "oldest", label: "Labelled longest ago first" },
  { value: "labels", label: "Most labels first" },
]
const lacks = lackKinds.map(kind => ({ value: kind, label: lackWords[kind] }))
const reasons = flagReasons.map(reason => ({ value: reason, label: flagReasonWords[reason] }))

interface Props {
  readonly path: string
  readonly filter: ClaimsPage["filter"]
  readonly documents: ClaimsPage["documents"]
  readonly people: ClaimsPage["people"]
}

/** Chooses which claims are listed; the choice stands in the address, so that it can be sent to somebody. */
export function ClaimsFilterForm({ path, filter, documents, people }: Props) {
  const { page: _page, ...chosen } = filter
  const persons = people.map(({ id, name }) => ({ value: id, label: name }))
  const { document, from, to } = filter
  const rare = filter.flag || filter.by || filter.assigned || from || to || filter.labelled || filter.alone
  return (
    <FilterForm path={path} label="Filter the claims" chosen={chosen} className="mb-6 grid gap-4">
      <div className="grid items-end gap-4 sm:grid-cols-2 md:grid-cols-3">
        <TextField label="Words" name="search" defaultValue={filter.search ?? ""} />
        <SelectField
          label="State"
          name="state"
          defaultValue={filter.state ?? ""}
          placeholder="Every state"
          options={states}
        />
        <SelectField
          label="Verdict"
          name="verdict"
          defaultValue={filter.verdict ?? ""}
          placeholder="With or without"
          options={verdicts}
        />
        <DocumentField documents={documents} value={document} />
        <SelectField
          label="What it lacks"
          name="lacks"
          defaultValue={filter.lacks ?? ""}
          placeholder="Anything or nothing"
          options={lacks}
        />
        <SelectField label="Order" name="sort" defaultValue={filter.sort} options={sorts} />
      </div>
      <details open={Boolean(rare)} className="group">
        <summary className="w-max text-sm text-accent">More filters</summary>
        <div className="mt-3 grid items-end gap-4 sm:grid-cols-2 md:grid-cols-3">
          <SelectField
            label="Labels"
            name="labelled"
            defaultValue={filter.labelled ?? ""}
            placeholder="Any number"
            options={counts}
          />
          <SelectField
            label="Labelled by"
            name="by"
            defaultValue={filter.by ?? ""}
            placeholder="Anybody or nobody"
            options={persons}
          />
          <SelectField
            label="Blocking flag"
            name="flag"
            defaultValue={filter.flag ?? ""}
            placeholder="With or without"
            options={reasons}
          />
          <TextField label="From claim" name="from" inputMode="numeric" pattern="[0-9]*" defaultValue={from ?? ""} />
          <TextField label="To claim" name="to" inputMode="numeric" pattern="[0-9]*" defaultValue={to ?? ""} />
          <Checkbox label="Lacks nothing else" name="alone" value="1" defaultChecked={filter.alone === "1"} />
        </div>
      </details>
      {filter.assigned && <input type="hidden" name="assigned" value={filter.assigned} />}
      {filter.assigned && (
        <p className="text-sm">
          Only what is assigned to {people.find(({ id }) => id === filter.assigned)?.name ?? "somebody"} and not
          labelled by them yet.
        </p>
      )}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit">Filter</Button>
        <TextLink href={path}>Show all claims</TextLink>
      </div>
    </FilterForm>
  )
}
