"use client"
import { claimKinds, claimKindWords } from "../../../../../lib/domain/labelled-claims.ts"
import type { AgreementClaimsPage } from "../../../../../lib/queries/agreement-claims.ts"
import type { AgreementChoice } from "../../../../../lib/schema/agreement-input.ts"
import { Button } from "../../../../_ui/button.tsx"
import { Checkbox } from "../../../../_ui/checkbox.tsx"
import { FilterForm } from "../../../../_ui/filter-form.tsx"
import { SelectField } from "../../../../_ui/select-field.tsx"
import { TextField } from "../../../../_ui/text-field.tsx"
import { DocumentField } from "../../_components/document-field.tsx"

interface Props {
  readonly path: string
  readonly filter: AgreementChoice & { readonly differ?: "1" | undefined }
  readonly documents: AgreementClaimsPage["documents"]
  readonly people: AgreementClaimsPage["people"]
  /** Whether only claims whose labels differ can be asked for. */
  readonly claims?: boolean
}

const kinds = claimKinds.map(value => ({ value, label: `Claims ${claimKindWords[value]}` }))
const labelChoices = [
  { value: "standing", label: "All, as they stand now" },
  { value: "blind", label: "Only those given blind" },
]

/** Chooses which labels and claims the figures are made of; the choice stands in the address. */
export function ChoiceForm({ path, filter, documents, people, claims = false }: Props) {
  const { page: _page, documents: _documents, ...chosen } = filter
  const persons = people.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <FilterForm
      path={path}
      label="Choose labels and claims"
      chosen={chosen}
      className="mb-8 grid items-end gap-4 border-y border-rule py-4 sm:grid-cols-2 lg:grid-cols-4 print:hidden"
    >
      <SelectField label="Labels" name="labels" defaultValue={filter.labels} options={labelChoices} />
      <DocumentField documents={documents} value={filter.document} />
      <SelectField
        label="Kind of claim"
        name="kind"
        defaultValue={filter.kind ?? ""}
        placeholder="Every kind"
        options={kinds}
      />
      <TextField label="Last label from" name="from" type="date" defaultValue={filter.from ?? ""} />
      <TextField label="Last label up to" name="to" type="date" defaultValue={filter.to ?? ""} />
      <SelectField
        label="Person"
        name="one"
        defaultValue={filter.one ?? ""}
        placeholder="Everybody"
        options={persons}
      />
      <SelectField
        label="and"
        name="other"
        defaultValue={filter.other ?? ""}
        placeholder="everybody else"
        options={persons}
      />
      <div className="flex flex-wrap items-center gap-4 pb-0.5">
        {claims && (
          <Checkbox label="Only where labels differ" name="differ" value="1" defaultChecked={filter.differ === "1"} />
        )}
        <Button type="submit">Show</Button>
      </div>
    </FilterForm>
  )
}
