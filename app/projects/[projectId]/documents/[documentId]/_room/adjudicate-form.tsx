"use client"
import { useEffect, useRef, useState } from "react"
import { labels } from "../../../../../../lib/domain/label.ts"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import { adjudicationInput } from "../../../../../../lib/schema/annotation-input.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { FormError } from "../../../../../_ui/form-error.tsx"
import { Segmented } from "../../../../../_ui/segmented.tsx"
import { TextArea } from "../../../../../_ui/text-area.tsx"
import { useApiForm } from "../../../../../_ui/use-api-form.ts"
import { BothVersions } from "../../../_components/both-versions.tsx"
import { LabelMark } from "../../../export/label-mark.tsx"
import type { RoomState } from "./use-room.ts"
import { sentenceCase } from "./words.ts"

const words = adjudicationInput.pick({ label: true, reason: true })

type Decision = Pick<Card["adjudications"][number], "id" | "label" | "reason">

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
  const seen = useRef(standing?.id ?? null)
  const [theirs, setTheirs] = useState<{ decision: Decision | null; by: string | null } | null>(null)
  const form = useApiForm({
    schema: words,
    defaultValues: { label: standing?.label ?? card.others[0]?.label ?? "disputed", reason: standing?.reason ?? "" },
    send: (said, attempt) =>
      state.send(
        "/adjudication",
        { unitId: card.unit.id, seen: seen.current, ...attempt, ...said },
        { quiet: true, said: "Decided." },
      ),
    onDone: close,
    onFailure: failure => {
      if (failure.code !== "conflict") return false
      setTheirs({ decision: failure["current"] as Decision | null, by: failure["by"] as string | null })
      return true
    },
  })
  const { isDirty } = form.formState
  useEffect(() => onTyped(isDirty), [isDirty, onTyped])
  const said = [...(card.mine ? [card.mine] : []), ...card.others]
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid gap-4">
      <FormError failure={form.failure} onIssue={form.focusOn} />
      {theirs && (
        <BothVersions
          by={theirs.by}
          theirs={
            theirs.decision ? `${theirs.decision.label}\n${theirs.decision.reason}` : "The decision was reopened."
          }
          mine={`${form.getValues("label")}\n${form.getValues("reason")}`}
          busy={form.busy}
          onTheirs={close}
          onMine={() => {
            seen.current = theirs.decision?.id ?? null
            setTheirs(null)
            void form.submit()
          }}
        />
      )}
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
    </form>
  )
}
