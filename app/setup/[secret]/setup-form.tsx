"use client"
import { accountWords } from "../../../lib/schema/account-input.ts"
import { api } from "../../_ui/api.ts"
import { Button } from "../../_ui/button.tsx"
import { FormError } from "../../_ui/form-error.tsx"
import { useApiForm } from "../../_ui/use-api-form.ts"
import { AccountFields } from "../../sign-in/account-fields.tsx"
import { enterWithPassword } from "../../sign-in/enter.ts"

/** Creates the first account and signs in with it. */
export function SetupForm({ secret }: { secret: string }) {
  const form = useApiForm({
    schema: accountWords,
    defaultValues: { name: "", email: "", password: "" },
    send: account => api.post<null>("/setup", { ...account, secret }),
    onDone: async (_, { email, password }) => {
      const entered = await enterWithPassword(email, password)
      location.assign(entered.ok ? "/projects" : "/sign-in")
    },
  })
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid max-w-[26rem] gap-5">
      <FormError failure={form.failure} onIssue={form.focusOn} />
      <AccountFields form={form} />
      <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
        Create the owner account
      </Button>
    </form>
  )
}
