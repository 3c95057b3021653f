"use client"
import type { ReactNode } from "react"
import { credentials } from "../../lib/schema/account-input.ts"
import { Button } from "../_ui/button.tsx"
import { FormError } from "../_ui/form-error.tsx"
import { TextField } from "../_ui/text-field.tsx"
import { useApiForm } from "../_ui/use-api-form.ts"
import { CodeField } from "./code-field.tsx"
import { enterWithPassword, enterWithPasswordAndPasskey } from "./enter.ts"
import { PasskeyButton } from "./passkey-button.tsx"
import { useCodeAsked } from "./use-code-asked.ts"

interface Props {
  /** Whose account it has to be; null lets anybody sign in. */
  readonly email: string | null
  readonly onDone: () => void
  readonly children?: ReactNode
}

/** Signs in with an e-mail address and a password and, where the account asks for one, a second step. */
export function CredentialsForm({ email, onDone, children }: Props) {
  const { asked, onFailure } = useCodeAsked()
  const form = useApiForm({
    schema: credentials,
    defaultValues: { email: email ?? "", password: "", code: "" },
    send: words => enterWithPassword(words.email, words.password, words.code),
    onDone,
    onFailure,
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
      {asked && (
        <CodeField
          by={asked}
          error={form.errorOf("code")}
          field={form.register("code")}
          passkey={
            <PasskeyButton
              label="Use your passkey"
              run={() => enterWithPasswordAndPasskey(form.getValues("email"), form.getValues("password"))}
              onDone={onDone}
            />
          }
        />
      )}
      <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
        Sign in
      </Button>
      {children}
    </form>
  )
}
