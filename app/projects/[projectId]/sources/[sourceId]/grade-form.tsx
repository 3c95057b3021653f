"use client"
import { useEffect, useRef, useState } from "react"
import { type Reliability, reliabilities, reliabilityWords } from "../../../../../lib/domain/grade.ts"
import { gradeWords } from "../../../../../lib/schema/source-weight-input.ts"
import { api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { RadioGroup } from "../../../../_ui/radio-group.tsx"
import { TextArea } from "../../../../_ui/text-area.tsx"
import { useApiForm } from "../../../../_ui/use-api-form.ts"
import { BothVersions } from "../../_components/both-versions.tsx"

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

/** A grade from A to F with its reason. */
export function GradeForm({ projectId, sourceId, now, onTyped, onClose, onDone }: Props) {
  const seen = useRef(now?.id ?? null)
  const [conflict, setConflict] = useState<{ theirs: Grade; by: string | null } | null>(null)
  const form = useApiForm({
    schema: gradeWords,
    defaultValues: { ...(now && { reliability: now.reliability }), reason: "" },
    send: (words, { id, requestId }) =>
      api.post<{ verdictsChanged?: number }>(`/projects/${projectId}/sources/${sourceId}/grade`, {
        requestId,
        id,
        seen: seen.current,
        ...words,
      }),
    onDone: ({ verdictsChanged = 0 }) => onDone(verdictsChanged),
    onFailure: failure => {
      if (failure.code !== "conflict") return false
      setConflict({ theirs: failure["current"] as Grade, by: failure["by"] as string | null })
      return true
    },
  })
  const { isDirty } = form.formState
  useEffect(() => onTyped(isDirty), [isDirty, onTyped])
  const { reliability, reason } = form.getValues()
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid gap-4">
      <FormError failure={form.failure} onIssue={form.focusOn} />
      {conflict && (
        <BothVersions
          by={conflict.by}
          theirs={line(conflict.theirs)}
          mine={reliability ? line({ reliability, reason }) : ""}
          busy={form.busy}
          onTheirs={onClose}
          onMine={() => {
            seen.current = conflict.theirs.id
            setConflict(null)
            void form.submit()
          }}
        />
      )}
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
    </form>
  )
}

const line = ({ reliability, reason }: Omit<Grade, "id">) =>
  `${reliability}: ${reliabilityWords[reliability]}\n${reason}`
