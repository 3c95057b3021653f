import { SelectField } from "../../../_ui/select-field.tsx"

interface Props {
  readonly documents: readonly { readonly id: string; readonly title: string }[]
  readonly value: string | undefined
}

/** Chooses one of a project's documents, or none. */
export const DocumentField = ({ documents, value }: Props) => (
  <SelectField
    label="Document"
    name="document"
    defaultValue={value ?? ""}
    placeholder="Every document"
    options={documents.map(({ id, title }) => ({ value: id, label: title }))}
  />
)
