"use client"
import { useEffect, useState } from "react"
import { announce } from "../_ui/announce.ts"
import { Button } from "../_ui/button.tsx"
import { useLiveStatus } from "./use-live.ts"

interface Props {
  /** How many changes wait to be shown; 0 for none. */
  readonly changes: number
  readonly onShow: () => void
}

/** A connection that is made again within this time is nobody's concern. */
const grace = 4_000

/**
 * The small line over a page that says what is not as it seems: that there are changes which wait, or that the server
 * can't be reached. Nothing is there when all is well.
 */
export function LiveNote({ changes, onShow }: Props) {
  const off = useIsOff()
  // Said once, and not again for each change that comes to it.
  const said = off ?? (changes > 0 ? "There are changes by others to show." : "")
  useEffect(() => {
    if (said) announce(said)
  }, [said])
  const words = off ?? (changes > 0 ? `${changes} ${changes === 1 ? "change" : "changes"}` : "")
  return (
    <div className="pointer-events-none fixed inset-x-0 top-16 z-30 flex justify-center px-4 print:hidden">
      {words && (
        <p className="floating pointer-events-auto flex items-center gap-3 px-4 py-1.5 text-sm">
          <span>{words}</span>
          {!off && (
            <Button size="small" onClick={onShow}>
              Show
            </Button>
          )}
        </p>
      )}
    </div>
  )
}

function useIsOff(): string | null {
  const status = useLiveStatus()
  const [long, setLong] = useState(false)
  useEffect(() => {
    setLong(false)
    if (status === "open") return
    const timer = setTimeout(() => setLong(true), grace)
    return () => clearTimeout(timer)
  }, [status])
  if (status === "open" || !long) return null
  return status === "signed-out"
    ? "You are signed out. What you write is kept."
    : "Not connected. What you write is kept, and others’ work is shown again when the connection is back."
}
