"use client"
import { useRouter } from "next/navigation"
import { useRef } from "react"
import { exportNamesWords, type NameLimit, nameLimits } from "../../../../../lib/domain/export-names.ts"
import { projectExportNames } from "../../../../../lib/schema/export-names-input.ts"
import { api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { RadioGroup } from "../../../../_ui/radio-group.tsx"
import { toast } from "../../../../_ui/toast.ts"
import { useApiForm } from "../../../../_ui/use-api-form.ts"

const choices = nameLimits.map(value => ({ value, label: exportNamesWords[value] }))

/** Chooses how openly the project's exports may name people. */
export function ExportNamesForm({ projectId, names }: { projectId: string; names: NameLimit }) {
  const router = useRouter()
  const seen = useRef({ names })
  const form = useApiForm({
    schema: projectExportNames,
    defaultValues: { names },
    send: (words, { requestId }) =>
      api.post(`/projects/${projectId}/export-names`, { requestId, seen: seen.current, ...words }),
    stays: true,
    onDone: (_answer, words) => {
      seen.current = words
      toast({ text: "How exports may name people is chosen." })
      router.refresh()
    },
    onFailure: failure => {
      if (failure.code === "conflict") seen.current = failure["current"] as { names: NameLimit }
      return false
    },
  })
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid gap-4">
      <FormError
        failure={
          form.failure?.code === "conflict"
            ? { sentence: "Somebody chose otherwise in the meantime. Press again to choose yours all the same." }
            : form.failure
        }
        onIssue={form.focusOn}
      />
      <RadioGroup
        legend="How exports may name people at most"
        hint="What somebody chose for themselves counts where it is less open. Files that somebody has already do not change."
        choices={choices}
        error={form.errorOf("names")}
        {...form.register("names")}
      />
      <Button type="submit" busy={form.busy} className="justify-self-start">
        Save how exports name people
      </Button>
    </form>
  )
}
