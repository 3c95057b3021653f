"use client"
import { proofWords } from "../../lib/schema/account-input.ts"
import { api } from "../_ui/api.ts"
import { Button } from "../_ui/button.tsx"
import { FormError } from "../_ui/form-error.tsx"
import { personHere } from "../_ui/person-here.ts"
import { TextField } from "../_ui/text-field.tsx"
import { useApiForm } from "../_ui/use-api-form.ts"
import { CodeField } from "./code-field.tsx"
import { proveWithPasskey } from "./passkey.ts"
import { PasskeyButton } from "./passkey-button.tsx"
import { useCodeAsked } from "./use-code-asked.ts"

export interface ProofFormProps {
  readonly onDone: () => void
}

/** Asks whoever is signed in for what they sign in with: a password and, where there is one, a second step, or a passkey alone. */
export function ProofForm({ onDone }: ProofFormProps) {
  const { asked, onFailure } = useCodeAsked()
  const form = useApiForm({
    schema: proofWords,
    defaultValues: { password: "", code: "" },
    send: "/account/proof",
    onDone: () => onDone(),
    onFailure,
  })
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid gap-5">
      <FormError failure={form.failure} />
      <input type="text" name="username" autoComplete="username" defaultValue={personHere()?.email} readOnly hidden />
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
          passkey={<PasskeyButton label="Use your passkey" run={proveWithPasskey} onDone={onDone} />}
        />
      )}
      <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
        Confirm
      </Button>
      {(asked === null || asked === "app") && (
        <PasskeyButton label="Confirm with a passkey" run={proveWithPasskey} onDone={onDone} />
      )}
      <p className="text-sm text-soft">
        Do you sign in without a password?{" "}
        <a href="/account#providers" target="_blank" rel="noreferrer">
          Sign in again on another page
        </a>
        , then come back to this one and try once more.
      </p>
    </form>
  )
}
