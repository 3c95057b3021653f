"use client"
import { exportNames, exportNamesWords } from "../../../../lib/domain/export-names.ts"
import { claimsAskedFor, exportStates } from "../../../../lib/domain/export-state.ts"
import { labels } from "../../../../lib/domain/label.ts"
import { leftOutChoices, leftOutChoiceWords } from "../../../../lib/domain/left-out-passages.ts"
import type { ExportPreview } from "../../../../lib/queries/export-preview.ts"
import { Button } from "../../../_ui/button.tsx"
import { Checkbox } from "../../../_ui/checkbox.tsx"
import { FilterForm } from "../../../_ui/filter-form.tsx"
import { SelectField } from "../../../_ui/select-field.tsx"
import { TextField } from "../../../_ui/text-field.tsx"
import { TextLink } from "../../../_ui/text-link.tsx"

const titled = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
const verdicts = labels.map(label => ({ value: label, label: titled(label) }))
const dissents = [
  { value: "with", label: "With dissent" },
  { value: "without", label: "Without dissent" },
]

interface Props {
  readonly path: string
  readonly filter: ExportPreview["filter"]
  readonly documents: ExportPreview["names"]
}

/** Chooses which claims go out, vetted ones unless others are asked for, and whether with the words of the texts; the choice stands in the address. */
export function ExportFilterForm({ path, filter, documents }: Props) {
  const { state, documentId, label, dissent, search, positions, names, leaveOut } = filter
  return (
    <FilterForm path={path} label="What to export" chosen={filter} className="grid gap-4">
      <div className="grid items-end gap-4 sm:grid-cols-2 md:grid-cols-3 lg:grid-cols-5">
        <SelectField
          label="Document"
          name="documentId"
          defaultValue={documentId ?? ""}
          placeholder="All documents"
          options={documents.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <SelectField
          label="Claims"
          name="state"
          defaultValue={state ?? "vetted"}
          options={exportStates.map(value => ({ value, label: titled(claimsAskedFor[value]) }))}
        />
        <SelectField
          label="Verdict"
          name="label"
          defaultValue={label ?? ""}
          placeholder="Every verdict"
          options={verdicts}
        />
        <SelectField
          label="Dissent"
          name="dissent"
          defaultValue={dissent ?? ""}
          placeholder="With or without"
          options={dissents}
        />
        <TextField label="Words" name="search" defaultValue={search ?? ""} maxLength={200} />
      </div>
      <div className="sm:max-w-[24rem]">
        <SelectField
          label="People are named"
          hint="The project, and everybody for themselves, may allow less."
          name="names"
          defaultValue={names ?? "name"}
          options={exportNames.map(value => ({ value, label: exportNamesWords[value] }))}
        />
      </div>
      <div className="sm:max-w-[24rem]">
        <SelectField
          label="Passages flagged for privacy, a living person or as sensitive"
          hint="What is left out is also blacked out in the texts that go along. What people quote of it in reasons, notes and answers is not found; read those."
          name="leaveOut"
          defaultValue={leaveOut ?? ""}
          placeholder="Go out like others"
          options={leftOutChoices.map(value => ({ value, label: leftOutChoiceWords[value] }))}
        />
      </div>
      <Checkbox
        label="Positions only"
        hint="For a text whose licence forbids quotation: where each claim stands, and nothing of its words."
        name="positions"
        value="1"
        defaultChecked={positions}
      />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit">Show</Button>
        {((state && state !== "vetted") ||
          documentId ||
          label ||
          dissent ||
          search ||
          positions ||
          leaveOut ||
          (names && names !== "name")) && <TextLink href={path}>All vetted claims</TextLink>}
      </div>
    </FilterForm>
  )
}
