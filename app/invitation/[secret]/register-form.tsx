"use client"
import { useState } from "react"
import { uuidv7 } from "uuidv7"
import { accountWords } from "../../../lib/schema/account-input.ts"
import { api } from "../../_ui/api.ts"
import { Button } from "../../_ui/button.tsx"
import { FormError } from "../../_ui/form-error.tsx"
import { useApiForm } from "../../_ui/use-api-form.ts"
import { AccountFields } from "../../sign-in/account-fields.tsx"
import { enterWithPassword } from "../../sign-in/enter.ts"

/** Creates an account, joins the project with it and signs in. */
export function RegisterForm({ secret, project }: { secret: string; project: string }) {
  const [requestId] = useState(uuidv7)
  const form = useApiForm({
    schema: accountWords,
    defaultValues: { name: "", email: "", password: "" },
    send: account => api.post<{ projectId: string }>("/invitation/register", { ...account, secret, requestId }),
    onDone: async ({ projectId }, { email, password }) => {
      const home = `/projects/${projectId}`
      const entered = await enterWithPassword(email, password)
      location.assign(entered.ok ? home : `/sign-in?next=${home}`)
    },
  })
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid max-w-[26rem] gap-5">
      <FormError failure={form.failure} onIssue={form.focusOn} />
      <AccountFields form={form} />
      <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
        Create an account and join {project}
      </Button>
    </form>
  )
}
