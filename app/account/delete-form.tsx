"use client"
import { accountDeletion } from "../../lib/schema/account-input.ts"
import { api } from "../_ui/api.ts"
import { Button } from "../_ui/button.tsx"
import { dropDraftsOf } from "../_ui/drafts.ts"
import { FormError } from "../_ui/form-error.tsx"
import { personHere } from "../_ui/person-here.ts"
import { TextField } from "../_ui/text-field.tsx"
import { useApiForm } from "../_ui/use-api-form.ts"

/** Deletes one's account once its address was typed. */
export function DeleteForm() {
  const form = useApiForm({
    schema: accountDeletion,
    defaultValues: { email: "" },
    send: sent => api.delete<{ pseudonym: string }>("/account", sent),
    onDone: ({ pseudonym }) => {
      const person = personHere()
      if (person) dropDraftsOf(person.id)
      location.assign(`/sign-in?deleted=${encodeURIComponent(pseudonym)}`)
      return "leaving"
    },
  })
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid max-w-[26rem] gap-5">
      <FormError failure={form.failure} onIssue={form.focusOn} />
      <TextField
        label="Your e-mail address"
        hint="Type it to confirm. Nobody can bring the account back, the server’s keepers neither."
        type="email"
        inputMode="email"
        autoComplete="off"
        spellCheck={false}
        error={form.errorOf("email")}
        {...form.register("email")}
      />
      <Button type="submit" kind="danger" busy={form.busy} className="justify-self-start">
        Delete my account
      </Button>
    </form>
  )
}
