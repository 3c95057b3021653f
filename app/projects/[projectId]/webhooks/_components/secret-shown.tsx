"use client"
import { Button } from "../../../../_ui/button.tsx"
import { CopyButton } from "../../../../_ui/copy-button.tsx"
import { TextField } from "../../../../_ui/text-field.tsx"

interface Props {
  readonly secret: string
  readonly onCopied: () => void
  readonly onDone: () => void
}

/** What closing asks while the secret was not copied. */
export const lostSecret = {
  title: "Close without copying the secret?",
  text: "It can’t be shown again. You can renew the secret on the webhook’s page.",
  discard: "Close",
  stay: "Go back to the secret",
}

/** The secret with which messages are signed, to be copied: it can't be shown again. */
export function SecretShown({ secret, onCopied, onDone }: Props) {
  return (
    <div className="grid gap-4">
      <p>
        Give this secret to the receiver, which checks with it that a message comes from here (Standard Webhooks). It is
        shown only once.
      </p>
      <TextField
        label="Signing secret"
        value={secret}
        readOnly
        onFocus={event => event.currentTarget.select()}
        onCopy={onCopied}
      />
      <div className="flex flex-wrap gap-2">
        <CopyButton text={secret} label="Copy the secret" kind="primary" size="normal" onCopied={onCopied} />
        <Button onClick={onDone}>Done</Button>
      </div>
    </div>
  )
}
