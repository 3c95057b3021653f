"use client"
import { useEffect, useRef, useState } from "react"
import { flagReasonWords } from "../../../../../lib/domain/flag-words.ts"
import { flagAnswer } from "../../../../../lib/schema/annotation-input.ts"
import { api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { TextArea } from "../../../../_ui/text-area.tsx"
import { useApiForm } from "../../../../_ui/use-api-form.ts"
import { BothVersions } from "../../_components/both-versions.tsx"
import type { ListedFlag } from "./flag-item.tsx"

const words = flagAnswer.pick({ answer: true })

type AnsweredFlag = Pick<
  ListedFlag,
  "id" | "documentId" | "quote" | "reason" | "note" | "status" | "answer" | "raiser" | "version"
>

interface Props {
  readonly flag: AnsweredFlag
  readonly onTyped: (dirty: boolean) => void
  readonly onDone: () => void
  readonly onLeave: () => void
}

/** Says how a flag was dealt with. When the flag was changed in between, both states are shown and the words stay. */
export function AnswerForm({ flag, onTyped, onDone, onLeave }: Props) {
  const version = useRef(flag.version)
  const [theirs, setTheirs] = useState<{ readonly flag: AnsweredFlag; readonly by: string | null } | null>(null)
  const form = useApiForm({
    schema: words,
    defaultValues: { answer: "" },
    send: ({ answer }, { requestId }) => {
      const body = { requestId, version: version.current, answer }
      return api.post(`/documents/${flag.documentId}/flags/${flag.id}/answer`, body)
    },
    onDone,
    onFailure: failure => {
      if (failure.code !== "conflict") return false
      setTheirs({ flag: failure["current"] as AnsweredFlag, by: failure["by"] as string | null })
      return true
    },
  })
  const { isDirty } = form.formState
  useEffect(() => onTyped(isDirty), [isDirty, onTyped])
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid gap-5">
      <FormError failure={form.failure} onIssue={form.focusOn} />
      {theirs && (
        <BothVersions
          by={theirs.by}
          theirs={flagWords(theirs.flag, theirs.flag.answer)}
          mine={flagWords(flag, form.getValues("answer"))}
          busy={form.busy}
          onTheirs={onLeave}
          onMine={() => {
            version.current = theirs.flag.version
            void form.submit()
          }}
        />
      )}
      <blockquote className="max-h-40 overflow-y-auto border-l-2 border-rule pl-3 font-text break-words">
        “{flag.quote.trim()}”
      </blockquote>
      <p>
        {flag.raiser} flagged this: {flagReasonWords[flag.reason]}.{flag.note && ` ${flag.note}`}
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
    </form>
  )
}

const flagWords = ({ reason, note, status }: Pick<ListedFlag, "reason" | "note" | "status">, answer: string) =>
  [`${flagReasonWords[reason]}, ${status}`, note, answer].filter(Boolean).join("\n")
