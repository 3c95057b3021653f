"use client"
import { useRouter } from "next/navigation"
import { passkeyWords } from "../../lib/schema/passkey-input.ts"
import { api } from "../_ui/api.ts"
import { Button } from "../_ui/button.tsx"
import { FormError } from "../_ui/form-error.tsx"
import { TextField } from "../_ui/text-field.tsx"
import { useApiForm } from "../_ui/use-api-form.ts"

interface Props {
  readonly id: string
  readonly name: string
  readonly onDone: () => void
}

/** What a passkey is called. */
export function PasskeyNameForm({ id, name, onDone }: Props) {
  const router = useRouter()
  const form = useApiForm({
    schema: passkeyWords,
    defaultValues: { name },
    send: words => api.post(`/account/passkeys/${id}`, words),
    onDone: () => {
      onDone()
      router.refresh()
    },
  })
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid gap-5">
      <FormError failure={form.failure} onIssue={form.focusOn} />
      <TextField label="Name" autoComplete="off" error={form.errorOf("name")} {...form.register("name")} />
      <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
        Save
      </Button>
    </form>
  )
}
