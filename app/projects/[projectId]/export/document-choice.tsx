import { Button } from "../../../_ui/button.tsx"
import { SelectField } from "../../../_ui/select-field.tsx"

interface Props {
  readonly documents: readonly { readonly id: string; readonly title: string }[]
  readonly chosen: string
}

/** Chooses which document the page is about. It is sent as an address, so that it needs no script. */
export function DocumentChoice({ documents, chosen }: Props) {
  return (
    <form method="get" className="grid items-end gap-3 sm:grid-cols-[minmax(0,24rem)_auto] sm:justify-start">
      <SelectField
        label="Document"
        name="documentId"
        defaultValue={chosen}
        placeholder="All documents"
        options={documents.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <Button type="submit" className="justify-self-start">
        Show
      </Button>
    </form>
  )
}
