"use client"
import Form from "next/form"
import { stances } from "../../../../../lib/domain/citation.ts"
import type { Matrix } from "../../../../../lib/domain/evidence-matrix.ts"
import { labels } from "../../../../../lib/domain/label.ts"
import { leftOutChoices, leftOutChoiceWords } from "../../../../../lib/domain/left-out-passages.ts"
import { stanceWords } from "../../../../../lib/domain/stance-words.ts"
import type { MatrixFilter } from "../../../../../lib/schema/matrix-input.ts"
import { Button } from "../../../../_ui/button.tsx"
import { Checkbox } from "../../../../_ui/checkbox.tsx"
import { SelectField } from "../../../../_ui/select-field.tsx"
import { bearingWords, choicesOf, stateWords } from "./matrix-words.ts"

const said = stances.map(stance => ({ value: stance, label: stanceWords[stance] }))

interface Props {
  readonly path: string
  readonly filter: MatrixFilter
  readonly documents: Matrix["documents"]
}

/** Chooses which part of the evidence is laid out; orders and view are kept. */
export function MatrixFilterForm({ path, filter, documents }: Props) {
  return (
    <Form
      action={path}
      aria-label="Filter the matrix"
      className="grid items-end gap-x-4 gap-y-3 sm:grid-cols-2 md:grid-cols-[minmax(0,1fr)_9.5rem_11rem_9.5rem_11rem] print:hidden"
    >
      <SelectField
        label="Document"
        name="document"
        defaultValue={filter.document ?? ""}
        placeholder="Every document"
        options={documents.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <SelectField
        label="Verdict"
        name="state"
        defaultValue={filter.state ?? ""}
        placeholder="Any"
        options={choicesOf(stateWords)}
      />
      <SelectField
        label="Some source"
        name="stance"
        defaultValue={filter.stance ?? ""}
        placeholder="says anything"
        options={said}
      />
      <SelectField
        label="Was it said"
        name="said"
        defaultValue={filter.said ?? ""}
        placeholder="Any"
        options={labels.map(value => ({ value, label: stateWords[value] }))}
      />
      <SelectField label="Bears on" name="bearsOn" defaultValue={filter.bearsOn} options={choicesOf(bearingWords)} />
      <div className="sm:col-span-2 md:col-span-5 md:max-w-[24rem]">
        <SelectField
          label="Passages flagged for privacy, a living person or as sensitive"
          name="leaveOut"
          defaultValue={filter.leaveOut ?? ""}
          placeholder="Stand here like others"
          options={leftOutChoices.map(value => ({ value, label: leftOutChoiceWords[value] }))}
        />
      </div>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2 sm:col-span-2 md:col-span-5">
        <Checkbox label="Claims without a citation too" name="all" value="1" defaultChecked={filter.all === "1"} />
        <input type="hidden" name="claims" value={filter.claims} />
        <input type="hidden" name="sources" value={filter.sources} />
        <input type="hidden" name="view" value={filter.view} />
        <Button type="submit" size="small">
          Filter
        </Button>
      </div>
    </Form>
  )
}
