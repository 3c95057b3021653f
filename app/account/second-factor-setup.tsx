"use client"
import { codeWords } from "../../lib/schema/account-input.ts"
import { api } from "../_ui/api.ts"
import { Button } from "../_ui/button.tsx"
import { CopyButton } from "../_ui/copy-button.tsx"
import { FormError } from "../_ui/form-error.tsx"
import { TextField } from "../_ui/text-field.tsx"
import { useApiForm } from "../_ui/use-api-form.ts"
import { QrCode } from "./qr-code.tsx"

export interface SetupProps {
  /** The secret as it is typed, and as the QR code tells it. */
  readonly words: string
  readonly address: string
  readonly onDone: (recoveryCodes: readonly string[]) => void
  readonly onCancel: () => void
}

/** Shows the secret to an authenticator app, and asks for the app's first code. */
export function SecondFactorSetup({ words, address, onDone, onCancel }: SetupProps) {
  const form = useApiForm({
    schema: codeWords,
    defaultValues: { code: "" },
    send: typed => api.post<{ recoveryCodes: string[] }>("/account/second-factor/confirm", typed),
    onDone: ({ recoveryCodes }) => onDone(recoveryCodes),
  })
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid gap-5">
      <ol className="list-decimal space-y-5 pl-5">
        <li>
          <div className="grid gap-3">
            <p>Scan this with an authenticator app, such as Aegis, 2FAS, Google Authenticator or a password manager.</p>
            <QrCode text={address} label="QR code for an authenticator app" />
            <p>Can’t you scan it? Add an account by hand in the app, with this key:</p>
            <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <code className="min-w-0 break-words">{words}</code>
              <CopyButton text={words.replaceAll(" ", "")} label="Copy the key" />
            </p>
          </div>
        </li>
        <li>
          <div className="grid max-w-[26rem] gap-4">
            <FormError failure={form.failure} onIssue={form.focusOn} />
            <TextField
              label="The app’s code"
              hint="The six digits that it shows for Apparatus now. From then on you are asked for them after your password."
              inputMode="numeric"
              autoComplete="one-time-code"
              spellCheck={false}
              error={form.errorOf("code")}
              {...form.register("code")}
            />
          </div>
        </li>
      </ol>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary" busy={form.busy}>
          Switch it on
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  )
}
