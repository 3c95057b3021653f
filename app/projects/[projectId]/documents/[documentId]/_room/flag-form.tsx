"use client"
import { useEffect } from "react"
import { flagReasons } from "../../../../../../lib/domain/flag.ts"
import { flagReasonWords } from "../../../../../../lib/domain/flag-words.ts"
import type { Span } from "../../../../../../lib/domain/unit.ts"
import { flagWords } from "../../../../../../lib/schema/annotation-input.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { Checkbox } from "../../../../../_ui/checkbox.tsx"
import { FormError } from "../../../../../_ui/form-error.tsx"
import { SelectField } from "../../../../../_ui/select-field.tsx"
import { TextArea } from "../../../../../_ui/text-area.tsx"
import { useApiForm } from "../../../../../_ui/use-api-form.ts"
import type { RoomState } from "./use-room.ts"
import { sentenceCase } from "./words.ts"

interface Props {
  readonly state: RoomState
  readonly span: Span
  readonly close: () => void
  readonly onTyped: (typed: boolean) => void
}

/** Marks a passage, within a claim or across several, as needing work. */
export function FlagForm({ state, span, close, onTyped }: Props) {
  const quote = state.room.document.text.slice(span.start, span.end)
  const form = useApiForm({
    schema: flagWords,
    defaultValues: { reason: "needs-source", note: "", blocking: false },
    send: (words, attempt) =>
      state.send("/flags", { ...attempt, ...span, quote, ...words }, { quiet: true, said: "Flag raised." }),
    onDone: close,
  })
  const { isDirty } = form.formState
  useEffect(() => onTyped(isDirty), [isDirty, onTyped])
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid gap-4">
      <FormError failure={form.failure} onIssue={form.focusOn} />
      <blockquote className="max-h-32 overflow-auto font-text">{quote}</blockquote>
      <SelectField
        label="Why it needs work"
        options={flagReasons.map(value => ({ value, label: sentenceCase(flagReasonWords[value]) }))}
        error={form.errorOf("reason")}
        {...form.register("reason")}
      />
      <TextArea label="Note" optional error={form.errorOf("note")} {...form.register("note")} />
      <Checkbox label="Keep the claim from being vetted while the flag is open" {...form.register("blocking")} />
      <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
        Raise the flag
      </Button>
    </form>
  )
}
