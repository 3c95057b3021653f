"use client"
import { credentials } from "../../lib/schema/account-input.ts"
import { Button } from "../_ui/button.tsx"
import { FormError } from "../_ui/form-error.tsx"
import { TextField } from "../_ui/text-field.tsx"
import { useApiForm } from "../_ui/use-api-form.ts"
import { enterWithPassword } from "./enter.ts"

/** Signs in with an e-mail address and a password and goes on to `next`. */
export function SignInForm({ next }: { next: string }) {
  const form = useApiForm({
    schema: credentials,
    defaultValues: { email: "", password: "" },
    send: ({ email, password }) => enterWithPassword(email, password),
    onDone: () => location.assign(next),
  })
  return (
    // Sent before the script runs, the password must at least not end up in the address.
    <form method="post" onSubmit={form.submit} noValidate className="grid gap-5">
      <FormError failure={form.failure} />
      <TextField
        label="E-mail address"
        type="email"
        autoComplete="username"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        error={form.errorOf("email")}
        {...form.register("email")}
      />
      <TextField
        label="Password"
        type="password"
        autoComplete="current-password"
        error={form.errorOf("password")}
        {...form.register("password")}
      />
      <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
        Sign in
      </Button>
    </form>
  )
}
