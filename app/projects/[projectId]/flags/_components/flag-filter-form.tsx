"use client"
import Form from "next/form"
import { flagReasons } from "../../../../../lib/domain/flag.ts"
import { flagReasonWords } from "../../../../../lib/domain/flag-words.ts"
import type { FlagsPage } from "../../../../../lib/queries/flags.ts"
import { Button } from "../../../../_ui/button.tsx"
import { Checkbox } from "../../../../_ui/checkbox.tsx"
import { SelectField } from "../../../../_ui/select-field.tsx"

const statuses = [
  { value: "open", label: "Open" },
  { value: "answered", label: "Answered" },
  { value: "withdrawn", label: "Withdrawn" },
  { value: "all", label: "All" },
]
const reasons = flagReasons.map(reason => ({ value: reason, label: flagReasonWords[reason] }))

interface Props {
  readonly path: string
  readonly filter: FlagsPage["filter"]
  readonly documents: FlagsPage["documents"]
}

/** Chooses which flags are listed; the choice stands in the address, so that it can be sent to somebody. */
export function FlagFilterForm({ path, filter, documents }: Props) {
  const { page: _page, ...chosen } = filter
  return (
    <Form
      action={path}
      key={JSON.stringify(chosen)}
      aria-label="Filter the flags"
      className="mb-6 grid items-end gap-4 sm:grid-cols-2 md:grid-cols-[9rem_14rem_minmax(0,1fr)_auto]"
    >
      <SelectField label="Status" name="status" defaultValue={filter.status} options={statuses} />
      <SelectField
        label="Reason"
        name="reason"
        defaultValue={filter.reason ?? ""}
        placeholder="Every reason"
        options={reasons}
      />
      <SelectField
        label="Document"
        name="document"
        defaultValue={filter.document ?? ""}
        placeholder="Every document"
        options={documents.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <div className="flex flex-wrap items-center gap-4 pb-0.5">
        <Checkbox label="Only mine" name="mine" value="1" defaultChecked={filter.mine === "1"} />
        <Button type="submit">Filter</Button>
      </div>
    </Form>
  )
}
