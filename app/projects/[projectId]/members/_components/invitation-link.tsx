"use client"
import { ShownOnce } from "../../../../_ui/shown-once.tsx"

interface Props {
  readonly link: string
  readonly onCopied: () => void
  readonly onDone: () => void
}

/** The link of a new invitation, to be copied: it can't be shown again. */
export function InvitationLink({ link, ...heard }: Props) {
  return (
    <ShownOnce label="Link" value={link} copyLabel="Copy the link" {...heard}>
      Send this link to the person. It is shown only once, works once, and expires in seven days. Whoever has it can
      join, so send it only to them.
    </ShownOnce>
  )
}
