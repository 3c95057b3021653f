"use client"
import { Button } from "../../../../_ui/button.tsx"
import { CopyButton } from "../../../../_ui/copy-button.tsx"
import { TextField } from "../../../../_ui/text-field.tsx"

interface Props {
  readonly link: string
  readonly onCopied: () => void
  readonly onDone: () => void
}

/** The link of a new invitation, to be copied: it can't be shown again. */
export function InvitationLink({ link, onCopied, onDone }: Props) {
  return (
    <div className="grid gap-4">
      <p>
        Send this link to the person. It is shown only once, works once, and expires in seven days. Whoever has it can
        join, so send it only to them.
      </p>
      <TextField label="Link" value={link} readOnly onFocus={event => event.currentTarget.select()} onCopy={onCopied} />
      <div className="flex flex-wrap gap-2">
        <CopyButton text={link} label="Copy the link" kind="primary" size="normal" onCopied={onCopied} />
        <Button onClick={onDone}>Done</Button>
      </div>
    </div>
  )
}
