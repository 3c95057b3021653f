"use client"
import { useEffect } from "react"
import * as z from "zod"
import { type FlagReason, flagReasons } from "../../../../../../lib/domain/flag.ts"
import { flagReasonMeanings, flagReasonWords } from "../../../../../../lib/domain/flag-words.ts"
import type { Span } from "../../../../../../lib/domain/unit.ts"
import { flagWords } from "../../../../../../lib/schema/annotation-input.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { Checkbox } from "../../../../../_ui/checkbox.tsx"
import { FormFrame } from "../../../../../_ui/form-frame.tsx"
import { SelectField } from "../../../../../_ui/select-field.tsx"
import { TextArea } from "../../../../../_ui/text-area.tsx"
import { useApiForm } from "../../../../../_ui/use-api-form.ts"
import { SpanEdges } from "./span-edges.tsx"
import type { RoomState } from "./use-room.ts"
import { sentenceCase } from "./words.ts"

interface Props {
  readonly state: RoomState
  readonly span: Span
  readonly close: () => void
  readonly onTyped: (typed: boolean) => void
}

const words = flagWords.extend({ start: z.number(), end: z.number() })

/** Marks a passage, within a claim or across several, as needing work. */
export function FlagForm({ state, span: first, close, onTyped }: Props) {
  const { text, number } = state.room.document
  const form = useApiForm({
    schema: words,
    defaultValues: { reason: "needs-source", note: "", blocking: false, start: first.start, end: first.end },
    draft: { place: `flag:${state.room.document.id}:${number > 1 ? `${number}:` : ""}${first.start}-${first.end}` },
    send: (flag, attempt) =>
      state.send(
        "/flags",
        { ...attempt, ...flag, number, quote: text.slice(flag.start, flag.end) },
        { quiet: true, said: "Flag raised." },
      ),
    onDone: close,
  })
  const [start, end, reason] = form.watch(["start", "end", "reason"])
  const { isDirty } = form.formState
  useEffect(() => onTyped(isDirty), [isDirty, onTyped])
  return (
    <FormFrame form={form}>
      <SpanEdges
        text={text}
        span={{ start, end }}
        onMove={span => {
          form.setValue("start", span.start, { shouldDirty: true })
          form.setValue("end", span.end, { shouldDirty: true })
        }}
      />
      <SelectField
        label="Why it needs work"
        hint={flagReasonMeanings[reason as FlagReason]}
        options={flagReasons.map(value => ({ value, label: sentenceCase(flagReasonWords[value]) }))}
        error={form.errorOf("reason")}
        {...form.register("reason")}
      />
      <TextArea label="Note" optional error={form.errorOf("note")} {...form.register("note")} />
      <Checkbox label="Keep the claim from being vetted while the flag is open" {...form.register("blocking")} />
      <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
        Raise the flag
      </Button>
    </FormFrame>
  )
}
