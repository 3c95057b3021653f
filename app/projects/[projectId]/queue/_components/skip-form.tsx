"use client"
import { useEffect } from "react"
import type * as z from "zod"
import { skipReasons, skipReasonWords } from "../../../../../lib/domain/skip.ts"
import { skipWords } from "../../../../../lib/schema/queue-input.ts"
import { api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { RadioGroup } from "../../../../_ui/radio-group.tsx"
import { TextArea } from "../../../../_ui/text-area.tsx"
import { useApiForm } from "../../../../_ui/use-api-form.ts"

interface Props {
  readonly projectId: string
  readonly unitId: string
  readonly onTyped: (typed: boolean) => void
  readonly onDone: () => void
}

/** Why one passes a claim over. */
export function SkipForm({ projectId, unitId, onTyped, onDone }: Props) {
  const form = useApiForm<z.input<typeof skipWords>, z.output<typeof skipWords>>({
    schema: skipWords,
    defaultValues: { note: "" },
    send: words => api.post(`/projects/${projectId}/queue/skip`, { unitId, ...words }),
    onDone,
  })
  const { isDirty } = form.formState
  useEffect(() => onTyped(isDirty), [isDirty, onTyped])
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid gap-5">
      <FormError failure={form.failure} onIssue={form.focusOn} />
      <p className="text-soft">
        It is left out of your queue until you ask for it again. Editors see the reason: it tells where the text is
        hard.
      </p>
      <RadioGroup
        legend="Why you skip it"
        choices={skipReasons.map(value => ({ value, label: skipReasonWords[value] }))}
        error={form.errorOf("reason")}
        {...form.register("reason")}
      />
      <TextArea label="In your own words" optional error={form.errorOf("note")} {...form.register("note")} />
      <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
        Skip the claim
      </Button>
    </form>
  )
}
