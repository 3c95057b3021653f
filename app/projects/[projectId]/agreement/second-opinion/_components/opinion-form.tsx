"use client"
import type { OpinionList } from "../../../../../../lib/domain/second-opinion.ts"
import type { SecondOpinionPage } from "../../../../../../lib/queries/second-opinion.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { FilterForm } from "../../../../../_ui/filter-form.tsx"
import { SelectField } from "../../../../../_ui/select-field.tsx"
import { DocumentField } from "../../../_components/document-field.tsx"
import { listWords } from "./list-words.ts"

interface Props {
  readonly path: string
  readonly filter: SecondOpinionPage["filter"]
  readonly documents: SecondOpinionPage["documents"]
  readonly counts: Readonly<Record<OpinionList, number>>
}

const labelChoices = [
  { value: "standing", label: "All, as they stand now" },
  { value: "blind", label: "Only those given blind" },
]

/** Chooses what the model reads and which claims are listed. */
export function OpinionForm({ path, filter, documents, counts }: Props) {
  const { page: _page, ...chosen } = filter
  const lists = Object.entries(listWords).map(([value, words]) => ({
    value,
    label: `${words} (${counts[value as OpinionList]})`,
  }))
  return (
    <FilterForm
      path={path}
      label="Choose claims"
      chosen={chosen}
      className="mb-6 grid items-end gap-4 border-y border-rule py-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_auto] print:hidden"
    >
      <SelectField label="Claims" name="list" defaultValue={filter.list} options={lists} />
      <DocumentField documents={documents} value={filter.document} />
      <SelectField label="Labels" name="labels" defaultValue={filter.labels} options={labelChoices} />
      <Button type="submit">Show</Button>
    </FilterForm>
  )
}
