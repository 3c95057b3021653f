"use client"
import * as z from "zod"
import { labelGlyph, labels } from "../../../../../../lib/domain/label.ts"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import { adjudicationInput } from "../../../../../../lib/schema/annotation-input.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { FormError } from "../../../../../_ui/form-error.tsx"
import { Segmented } from "../../../../../_ui/segmented.tsx"
import { TextArea } from "../../../../../_ui/text-area.tsx"
import { useApiForm } from "../../../../../_ui/use-api-form.ts"
import type { RoomState } from "./use-room.ts"
import { sentenceCase } from "./words.ts"

const words = z.strictObject({ label: adjudicationInput.shape.label, reason: adjudicationInput.shape.reason })

/** An editor's decision with its reason, beside what the reviewers say. */
export function AdjudicateForm({ state, card, close }: { state: RoomState; card: Card; close: () => void }) {
  const standing = card.adjudications.find(one => one.current)
  const form = useApiForm({
    schema: words,
    defaultValues: { label: standing?.label ?? card.others[0]?.label ?? "disputed", reason: "" },
    send: said =>
      state.send(
        "/adjudication",
        { unitId: card.unit.id, id: crypto.randomUUID(), seen: standing?.id ?? null, ...said },
        { quiet: true, said: "Decided." },
      ),
    onDone: close,
  })
  const said = [...(card.mine ? [card.mine] : []), ...card.others]
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid gap-4">
      <FormError failure={form.failure} onIssue={form.focusOn} />
      <ul className="grid gap-2">
        {said.map(one => (
          <li key={one.id}>
            <b>
              {labelGlyph[one.label]} {one.label}
            </b>{" "}
            · {one.reviewer}. <span className="font-text">{one.rationaleText}</span>
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
    </form>
  )
}
