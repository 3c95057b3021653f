"use client"
import type { ReactNode } from "react"
import { Button } from "./button.tsx"
import { CopyButton } from "./copy-button.tsx"
import { TextField } from "./text-field.tsx"

interface Props {
  readonly label: string
  /** Several are listed, and copied as lines. */
  readonly value: string | readonly string[]
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
      {typeof value === "string" ? (
        <TextField
          label={label}
          value={value}
          readOnly
          onFocus={event => event.currentTarget.select()}
          onCopy={onCopied}
        />
      ) : (
        <ul aria-label={label} onCopy={onCopied} className="grid gap-x-8 gap-y-1 sm:grid-cols-2">
          {value.map(each => (
            <li key={each}>
              <code>{each}</code>
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        <CopyButton
          text={typeof value === "string" ? value : value.join("\n")}
          label={copyLabel}
          kind="primary"
          size="normal"
          onCopied={onCopied}
        />
        <Button onClick={onDone}>Done</Button>
      </div>
    </div>
  )
}
