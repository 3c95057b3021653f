"use client"
import { ShownOnce } from "../../../../_ui/shown-once.tsx"

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
export function SecretShown({ secret, ...heard }: Props) {
  return (
    <ShownOnce label="Signing secret" value={secret} copyLabel="Copy the secret" {...heard}>
      Give this secret to the receiver, which checks with it that a message comes from here (Standard Webhooks). It is
      shown only once.
    </ShownOnce>
  )
}
