"use client"
import * as z from "zod"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import { flagAnswer } from "../../../../../../lib/schema/annotation-input.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { FormError } from "../../../../../_ui/form-error.tsx"
import { TextArea } from "../../../../../_ui/text-area.tsx"
import { useApiForm } from "../../../../../_ui/use-api-form.ts"
import type { RoomState } from "./use-room.ts"

const words = z.strictObject({ answer: flagAnswer.shape.answer })

/** Says how a flag was dealt with, and closes it. */
export function AnswerForm({
  state,
  flag,
  close,
}: {
  state: RoomState
  flag: Card["flags"][number]
  close: () => void
}) {
  const form = useApiForm({
    schema: words,
    defaultValues: { answer: "" },
    send: ({ answer }) =>
      state.send(
        `/flags/${flag.id}/answer`,
        { version: flag.version, answer },
        { quiet: true, said: "Flag answered." },
      ),
    onDone: close,
  })
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid gap-4">
      <FormError failure={form.failure} onIssue={form.focusOn} />
      <blockquote className="font-text">{flag.quote}</blockquote>
      {flag.note && <p>{flag.note}</p>}
      <TextArea
        label="Answer"
        hint="How it was dealt with."
        error={form.errorOf("answer")}
        {...form.register("answer")}
      />
      <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
        Answer the flag
      </Button>
    </form>
  )
}
