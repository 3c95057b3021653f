"use client"
import { useEffect } from "react"
import type { FlagStatus } from "../../../../../lib/domain/flag.ts"
import type { FlagCause } from "../../../../../lib/domain/flag-desk.ts"
import { flagReasonWords } from "../../../../../lib/domain/flag-words.ts"
import { flagAnswer } from "../../../../../lib/schema/annotation-input.ts"
import { api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { SharedFormFrame } from "../../../../_ui/shared-form-frame.tsx"
import { TextArea } from "../../../../_ui/text-area.tsx"
import { useSharedForm } from "../../../../_ui/use-shared-form.ts"

const words = flagAnswer.pick({ answer: true })
const fields = [{ path: "answer", label: "How it was dealt with", kind: "text" }] as const

interface AnsweredFlag {
  readonly id: string
  readonly documentId: string
  readonly quote: string
  readonly reason: FlagCause
  readonly note: string
  readonly status: FlagStatus
  readonly answer: string
  /** Null for what a rule raised. */
  readonly raiser: string | null
  /** What a rule found, in a sentence. */
  readonly found?: string | null
  readonly version: number
}

interface Props {
  readonly flag: AnsweredFlag
  readonly onTyped: (dirty: boolean) => void
  /** Hears the revision of the change that the answer is. */
  readonly onDone: (revision: number) => void
  readonly onLeave: () => void
}

/** Says how a flag was dealt with. What somebody else answered in between is shown beside what was typed here. */
export function AnswerForm({ flag, onTyped, onDone, onLeave }: Props) {
  const shared = useSharedForm({
    schema: words,
    stored: { words: { answer: flag.answer }, token: flag.version },
    place: `answer:${flag.id}`,
    send: ({ answer }: { answer: string }, { requestId }, version: number) =>
      api.post<{ revision: number }>(`/documents/${flag.documentId}/flags/${flag.id}/answer`, {
        requestId,
        version,
        answer,
      }),
    current: failure => {
      const { answer, version } = failure["current"] as AnsweredFlag
      return { words: { answer }, token: version }
    },
    onDone: ({ revision }) => onDone(revision),
    onTheirs: onLeave,
  })
  const { form } = shared
  const { isDirty } = form.formState
  useEffect(() => onTyped(isDirty), [isDirty, onTyped])
  return (
    <SharedFormFrame shared={shared} fields={fields} className="gap-5">
      <blockquote className="max-h-40 overflow-y-auto border-l-2 border-rule pl-3 font-text break-words">
        “{flag.quote.trim()}”
      </blockquote>
      <p>
        {flag.raiser === null
          ? `A rule flagged this: ${flag.found ?? flagReasonWords[flag.reason]}`
          : `${flag.raiser} flagged this: ${flagReasonWords[flag.reason]}.${flag.note && ` ${flag.note}`}`}
      </p>
      <TextArea
        label="How it was dealt with"
        hint="It stays with the passage, under your name."
        error={form.errorOf("answer")}
        {...form.register("answer")}
      />
      <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
        Answer and close the flag
      </Button>
    </SharedFormFrame>
  )
}
