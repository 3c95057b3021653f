"use client"
import { Button } from "../../../../_ui/button.tsx"
import { CopyButton } from "../../../../_ui/copy-button.tsx"
import { TextField } from "../../../../_ui/text-field.tsx"

/** The link of a new invitation, to be copied: it can't be shown again. */
export function InvitationLink({ link, onDone }: { link: string; onDone: () => void }) {
  return (
    <div className="grid gap-4">
      <p>
        Send this link to the person. It is shown only once, works once, and expires in seven days. Whoever has it can
        join, so send it only to them.
      </p>
      <TextField label="Link" value={link} readOnly onFocus={event => event.currentTarget.select()} />
      <div className="flex flex-wrap gap-2">
        <CopyButton text={link} label="Copy the link" kind="primary" size="normal" />
        <Button onClick={onDone}>Done</Button>
      </div>
    </div>
  )
}
