"use client"
import { credentials } from "../../lib/schema/account-input.ts"
import { Button } from "../_ui/button.tsx"
import { FormError } from "../_ui/form-error.tsx"
import { personHere } from "../_ui/person-here.ts"
import { TextField } from "../_ui/text-field.tsx"
import { useApiForm } from "../_ui/use-api-form.ts"
import { enterWithPassword } from "./enter.ts"

export interface SignInAgainProps {
  readonly onDone: () => void
}

/** Asks for the password of whoever this page was made for. */
export function SignInAgainForm({ onDone }: SignInAgainProps) {
  const email = personHere()?.email ?? null
  const form = useApiForm({
    schema: credentials,
    defaultValues: { email: email ?? "", password: "" },
    send: words => enterWithPassword(words.email, words.password),
    onDone: () => onDone(),
  })
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid gap-5">
      <FormError failure={form.failure} />
      <TextField
        label="E-mail address"
        type="email"
        autoComplete="username"
        readOnly={email !== null}
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
      <p className="text-sm text-soft">
        Do you sign in without a password?{" "}
        <a href="/sign-in?next=/account" target="_blank" rel="noreferrer">
          Sign in on another page
        </a>
        , then come back to this one and try once more.
      </p>
    </form>
  )
}
