"use client"
import { useRouter } from "next/navigation"
import { useRef } from "react"
import type { Blindness } from "../../../../../lib/domain/blindness.ts"
import { blindnessWords } from "../../../../../lib/schema/blindness-input.ts"
import { api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { Checkbox } from "../../../../_ui/checkbox.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { toast } from "../../../../_ui/toast.ts"
import { useApiForm } from "../../../../_ui/use-api-form.ts"

/** Chooses what reviewers see of each other. */
export function BlindnessForm({ projectId, blindness }: { projectId: string; blindness: Blindness }) {
  const router = useRouter()
  const seen = useRef(blindness)
  const form = useApiForm({
    schema: blindnessWords,
    defaultValues: blindness,
    send: (words, { requestId }) =>
      api.post(`/projects/${projectId}/blindness`, { requestId, seen: seen.current, ...words }),
    stays: true,
    onDone: (_answer, words) => {
      seen.current = words
      toast({ text: "What reviewers see of each other is chosen." })
      router.refresh()
    },
    onFailure: failure => {
      if (failure.code === "conflict") seen.current = failure["current"] as Blindness
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
      <Checkbox
        label="Reviewers work blind"
        hint="Others’ labels, reasons and citations of a claim stay hidden from a reviewer until they label it. What they saw before you turn this on, they saw."
        error={form.errorOf("blind")}
        {...form.register("blind")}
      />
      <Checkbox
        label="Reviewers see each other under pseudonyms"
        hint="Editors and owners see the names."
        error={form.errorOf("pseudonyms")}
        {...form.register("pseudonyms")}
      />
      <Button type="submit" busy={form.busy} className="justify-self-start">
        Save what they see
      </Button>
    </form>
  )
}
