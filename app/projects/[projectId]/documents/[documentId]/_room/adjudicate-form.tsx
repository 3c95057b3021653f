"use client"
import { useEffect, useState } from "react"
import type * as z from "zod"
import { labels } from "../../../../../../lib/domain/label.ts"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import { adjudicationInput } from "../../../../../../lib/schema/adjudication-input.ts"
import { Button } from "../../../../../_ui/button.tsx"
import type { MergeField } from "../../../../../_ui/record-merge.ts"
import { Segmented } from "../../../../../_ui/segmented.tsx"
import { SharedFormFrame } from "../../../../../_ui/shared-form-frame.tsx"
import { TextArea } from "../../../../../_ui/text-area.tsx"
import { useSharedForm } from "../../../../../_ui/use-shared-form.ts"
import { LabelMark } from "../../../export/label-mark.tsx"
import type { RoomState } from "./use-room.ts"
import { sentenceCase } from "./words.ts"

const words = adjudicationInput.pick({ label: true, reason: true })
type Words = z.input<typeof words>

type Decision = Pick<Card["adjudications"][number], "id" | "label" | "reason">

const fields: readonly MergeField<Words>[] = [
  { path: "label", label: "Decision", say: ({ label }) => label || "no decision: it was reopened" },
  { path: "reason", label: "Reason", kind: "text" },
]

interface Props {
  readonly state: RoomState
  readonly card: Card
  readonly close: () => void
  readonly onTyped: (typed: boolean) => void
}

/** An editor's decision with its reason, beside what the reviewers say. */
export function AdjudicateForm({ state, card, close, onTyped }: Props) {
  // The card is read again while one types; what the form was filled in against stays.
  const [standing] = useState<Decision | null>(() => card.adjudications.find(one => one.current) ?? null)
  const shared = useSharedForm({
    schema: words,
    stored: {
      words: {
        label: standing?.label ?? card.others[0]?.label ?? "disputed",
        reason: standing?.reason ?? "",
      } as Words,
      token: standing?.id ?? null,
    },
    place: `decision:${card.unit.id}`,
    send: (said: Words, attempt, seen: string | null) =>
      state.send(
        "/adjudication",
        { unitId: card.unit.id, seen, ...attempt, ...said },
        { quiet: true, said: "Decided." },
      ),
    current: failure => {
      const decision = failure["current"] as Decision | null
      const { label, reason } = decision ?? { label: "" as Words["label"], reason: "" }
      return { words: { label, reason }, token: decision?.id ?? null }
    },
    onDone: close,
    onTheirs: close,
  })
  const { form } = shared
  const { isDirty } = form.formState
  useEffect(() => onTyped(isDirty), [isDirty, onTyped])
  const said = [...(card.mine ? [card.mine] : []), ...card.others]
  return (
    <SharedFormFrame shared={shared} fields={fields}>
      {said.length === 0 && <p className="text-soft">Nobody has labelled this claim.</p>}
      <ul className="grid gap-2">
        {said.map(one => (
          <li key={one.id}>
            <LabelMark label={one.label} /> <span className="text-sm text-soft">· {one.reviewer}</span>
            {one.rationaleText && <p className="font-text">{one.rationaleText}</p>}
          </li>
        ))}
      </ul>
      <Segmented
        legend="Decision"
        error={form.errorOf("label")}
        choices={labels.map(value => ({ value, label: sentenceCase(value) }))}
        {...form.register("label")}
      />
      <TextArea
        label="Reason"
        hint="It goes into the export beside the dissent."
        error={form.errorOf("reason")}
        {...form.register("reason")}
      />
      <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
        Decide
      </Button>
    </SharedFormFrame>
  )
}
