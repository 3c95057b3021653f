import { sourceKindChoices } from "../../../../lib/domain/source-words.ts"
import { Button } from "../../../_ui/button.tsx"
import { SelectField } from "../../../_ui/select-field.tsx"
import { TextField } from "../../../_ui/text-field.tsx"

/** Looks for sources by words and kind. It is sent as an address, so that it needs no script. */
export function SourceSearch({ q, kind }: { q: string; kind: string }) {
  return (
    <search aria-label="Sources">
      <form method="get" className="mb-6 grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_14rem_auto]">
        <TextField label="Author, title or year" type="search" name="q" defaultValue={q} />
        <SelectField
          label="Kind"
          name="kind"
          defaultValue={kind}
          placeholder="Every kind"
          options={sourceKindChoices}
        />
        <Button type="submit" className="justify-self-start">
          Search
        </Button>
      </form>
    </search>
  )
}
