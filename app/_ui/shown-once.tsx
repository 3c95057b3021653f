"use client"
import type { ReactNode } from "react"
import { Button } from "./button.tsx"
import { CopyButton } from "./copy-button.tsx"
import { TextField } from "./text-field.tsx"

interface Props {
  readonly label: string
  readonly value: string
  readonly copyLabel: string
  readonly onCopied: () => void
  readonly onDone: () => void
  /** What to do with it, and that it is shown only once. */
  readonly children: ReactNode
}

/** Something that can't be shown again, to be copied. */
export function ShownOnce({ label, value, copyLabel, onCopied, onDone, children }: Props) {
  return (
    <div className="grid gap-4">
      <p>{children}</p>
      <TextField
        label={label}
        value={value}
        readOnly
        onFocus={event => event.currentTarget.select()}
        onCopy={onCopied}
      />
      <div className="flex flex-wrap gap-2">
        <CopyButton text={value} label={copyLabel} kind="primary" size="normal" onCopied={onCopied} />
        <Button onClick={onDone}>Done</Button>
      </div>
    </div>
  )
}
