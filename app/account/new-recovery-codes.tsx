"use client"
import { useEffect, useRef } from "react"
import { ShownOnce } from "../_ui/shown-once.tsx"

/** Recovery codes that were just made, to be kept. They take the focus, since the button that made them is gone. */
export function NewRecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const part = useRef<HTMLDivElement>(null)
  useEffect(() => part.current?.focus(), [])
  return (
    <div ref={part} tabIndex={-1} className="outline-none">
      <ShownOnce label="Recovery codes" value={codes} copyLabel="Copy the codes" onCopied={() => {}} onDone={onDone}>
        Two-step sign-in is on. Keep these recovery codes where you keep passwords, or print them: after your password
        each lets you in once when you have not got your app or your passkey. They are shown only this once.
      </ShownOnce>
    </div>
  )
}
