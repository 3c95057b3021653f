"use client"
import { useEffect } from "react"
import type * as z from "zod"
import { type Reliability, reliabilities, reliabilityWords } from "../../../../../lib/domain/grade.ts"
import { gradeWords } from "../../../../../lib/schema/source-weight-input.ts"
import { api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { RadioGroup } from "../../../../_ui/radio-group.tsx"
import type { MergeField } from "../../../../_ui/record-merge.ts"
import { SharedFormFrame } from "../../../../_ui/shared-form-frame.tsx"
import { TextArea } from "../../../../_ui/text-area.tsx"
import { useSharedForm } from "../../../../_ui/use-shared-form.ts"

interface Grade {
  readonly id: string
  readonly reliability: Reliability
  readonly reason: string
}

interface Props {
  readonly projectId: string
  readonly sourceId: string
  /** The grade that stands, against which the form is filled in. */
  readonly now: Grade | null
  readonly onTyped: (typed: boolean) => void
  readonly onClose: () => void
  /** Hears how many verdicts changed with it. */
  readonly onDone: (verdictsChanged: number) => void
}

const fields: readonly MergeField<z.input<typeof gradeWords>>[] = [
  {
    path: "reliability",
    label: "Reliability",
    say: ({ reliability }) => (reliability ? `${reliability}: ${reliabilityWords[reliability]}` : "not graded"),
  },
  { path: "reason", label: "Reason", kind: "text" },
]

/** A grade from A to F with its reason. */
export function GradeForm({ projectId, sourceId, now, onTyped, onClose, onDone }: Props) {
  const shared = useSharedForm({
    schema: gradeWords,
    // Each grade has a reason of its own.
    stored: {
      words: { reliability: now?.reliability, reason: "" } as z.input<typeof gradeWords>,
      token: now?.id ?? null,
    },
    place: `grade:${sourceId}`,
    send: (words: z.output<typeof gradeWords>, { id, requestId }, seen: string | null) =>
      api.post<{ verdictsChanged?: number }>(`/projects/${projectId}/sources/${sourceId}/grade`, {
        requestId,
        id,
        seen,
        ...words,
      }),
    current: failure => {
      const { id, reliability, reason } = failure["current"] as Grade
      return { words: { reliability, reason }, token: id }
    },
    onDone: ({ verdictsChanged = 0 }) => onDone(verdictsChanged),
    onTheirs: onClose,
  })
  const { form } = shared
  const { isDirty } = form.formState
  useEffect(() => onTyped(isDirty), [isDirty, onTyped])
  return (
    <SharedFormFrame shared={shared} fields={fields}>
      <RadioGroup
        legend="How far can it be relied on?"
        choices={reliabilities.map(value => ({ value, label: `${value}: ${reliabilityWords[value]}` }))}
        error={form.errorOf("reliability")}
        {...form.register("reliability")}
      />
      <TextArea
        label="Reason"
        hint="What is known of its author, its making and its record so far. The reason stays with the grade."
        error={form.errorOf("reason")}
        {...form.register("reason")}
      />
      <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
        Save the grade
      </Button>
    </SharedFormFrame>
  )
}
