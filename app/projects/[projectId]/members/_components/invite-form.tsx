"use client"
import { useRouter } from "next/navigation"
import { useEffect } from "react"
import { invitationInput } from "../../../../../lib/schema/project-input.ts"
import { api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { RadioGroup } from "../../../../_ui/radio-group.tsx"
import { TextField } from "../../../../_ui/text-field.tsx"
import { toast } from "../../../../_ui/toast.ts"
import { useApiForm } from "../../../../_ui/use-api-form.ts"
import { roleChoices } from "./role-choices.ts"

const words = invitationInput.pick({ role: true, note: true })

interface Props {
  readonly projectId: string
  readonly onTyped: (dirty: boolean) => void
  readonly onMade: (link: string) => void
}

/** Makes an invitation; hands its link on, which the server tells only this once. */
export function InviteForm({ projectId, onTyped, onMade }: Props) {
  const router = useRouter()
  const form = useApiForm({
    schema: words,
    defaultValues: { role: "reviewer", note: "" },
    send: (input, attempt) =>
      api.post<{ path?: string }>(`/projects/${projectId}/invitations`, { ...attempt, ...input }),
    onDone: ({ path }) => {
      // A link whose answer was lost can't be told again.
      if (path) onMade(`${location.origin}${path}`)
      else
        toast({
          text: "The invitation was made, but its link got lost. Withdraw it and make another.",
          kind: "trouble",
        })
      router.refresh()
    },
  })
  const { isDirty } = form.formState
  useEffect(() => onTyped(isDirty), [isDirty, onTyped])
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid gap-5">
      <FormError failure={form.failure} onIssue={form.focusOn} />
      <RadioGroup legend="Role" choices={roleChoices} error={form.errorOf("role")} {...form.register("role")} />
      <TextField
        label="Who it is for"
        hint="A note to yourself, for the list of open invitations."
        optional
        error={form.errorOf("note")}
        {...form.register("note")}
      />
      <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
        Make the link
      </Button>
    </form>
  )
}
