"use client"
import type * as z from "zod"
import type { WorkPage } from "../../../../../lib/queries/workload.ts"
import { type assignmentWords, selectableCues, type selectableStates } from "../../../../../lib/schema/work-input.ts"
import { Checkbox } from "../../../../_ui/checkbox.tsx"
import { SelectField } from "../../../../_ui/select-field.tsx"
import { TextField } from "../../../../_ui/text-field.tsx"
import type { ApiForm } from "../../../../_ui/use-api-form.ts"

interface Props {
  readonly form: ApiForm<z.input<typeof assignmentWords>, z.output<typeof assignmentWords>>
  readonly documents: WorkPage["names"]
}

const stateWords: Readonly<Record<(typeof selectableStates)[number], string>> = {
  unfinished: "without a verdict",
  open: "that nobody labelled",
  "in-review": "in review",
  contested: "contested",
  all: "all, vetted ones too",
}
const cueWords: Readonly<Record<(typeof selectableCues)[number], string>> = {
  hedge: "a hedge",
  attribution: "an attribution",
  "vague-source": "a vague source",
  date: "a date",
  damage: "damaged text",
  subject: "a subject taken from before",
}
const emptied = { setValueAs: (value: string | null) => value || null }
const numbered = {
  setValueAs: (value: string | number | null) => (value === "" || value === null ? null : Number(value)),
}

/** Which claims are dealt out. */
export function SelectionFields({ form, documents }: Props) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_11rem_11rem]">
        <SelectField
          label="Document"
          placeholder="Every document"
          options={documents.map(({ id, title }) => ({ value: id, label: title }))}
          error={form.errorOf("documentId")}
          {...form.register("documentId", emptied)}
        />
        <TextField
          label="From claim"
          optional
          type="number"
          min={1}
          error={form.errorOf("from")}
          {...form.register("from", numbered)}
        />
        <TextField
          label="To claim"
          optional
          type="number"
          min={1}
          error={form.errorOf("to")}
          {...form.register("to", numbered)}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label="Which claims"
          options={Object.entries(stateWords).map(([value, label]) => ({ value, label }))}
          {...form.register("state")}
        />
        <SelectField
          label="With a cue"
          placeholder="with any or none"
          options={selectableCues.map(value => ({ value, label: cueWords[value] }))}
          {...form.register("cue", emptied)}
        />
        <Checkbox label="Only flagged ones" {...form.register("flagged")} />
        <Checkbox label="Only those that are nobody’s yet" {...form.register("unassigned")} />
      </div>
    </>
  )
}
