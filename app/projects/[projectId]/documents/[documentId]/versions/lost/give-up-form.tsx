"use client"
import { useEffect } from "react"
import * as z from "zod"
import { api } from "../../../../../../_ui/api.ts"
import { Button } from "../../../../../../_ui/button.tsx"
import { FormFrame } from "../../../../../../_ui/form-frame.tsx"
import { TextArea } from "../../../../../../_ui/text-area.tsx"
import { useApiForm } from "../../../../../../_ui/use-api-form.ts"

interface Props {
  readonly path: string
  /** Which state of the row the person saw. */
  readonly seen: object
  /** What the words are called in the request. */
  readonly field: "reason" | "answer"
  readonly label: string
  readonly quote: string
  readonly onTyped: (typed: boolean) => void
  readonly onDone: () => void
}

const words = z.object({ words: z.string().trim().min(1, "Write a sentence; it is kept in the history.") })

/** Closes what was lost with a sentence that says why. */
export function GiveUpForm({ path, seen, field, label, quote, onTyped, onDone }: Props) {
  const form = useApiForm({
    schema: words,
    defaultValues: { words: "" },
    draft: { place: `lost:${path}` },
    send: ({ words: said }, { requestId }) => api.post(path, { requestId, ...seen, [field]: said }),
    onDone,
  })
  const { isDirty } = form.formState
  useEffect(() => onTyped(isDirty), [isDirty, onTyped])
  return (
    <FormFrame form={form}>
      <blockquote className="max-h-32 overflow-y-auto font-text wrap-anywhere">{quote}</blockquote>
      <TextArea label={label} error={form.errorOf("words")} {...form.register("words")} />
      <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
        {field === "reason" ? "Give it up" : "Answer the flag"}
      </Button>
    </FormFrame>
  )
}
