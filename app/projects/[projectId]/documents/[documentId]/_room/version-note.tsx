"use client"
import { useEffect, useState } from "react"
import { announce } from "../../../../../_ui/announce.ts"
import { Button } from "../../../../../_ui/button.tsx"

interface Props {
  readonly number: number
  readonly onShow: () => Promise<void>
}

/** Says that the text on the page is not the newest any more, and leads to that one. What is typed stays. */
export function VersionNote({ number, onShow }: Props) {
  const [busy, setBusy] = useState(false)
  useEffect(() => announce(`There is a new version of this text: version ${number}.`), [number])
  const show = async () => {
    setBusy(true)
    await onShow()
    setBusy(false)
  }
  return (
    <div className="pointer-events-none fixed inset-x-0 top-16 z-30 flex justify-center px-4 print:hidden">
      <p className="floating pointer-events-auto flex items-center gap-3 px-4 py-1.5 text-sm">
        <span>There is a new version of this text. What you write is kept.</span>
        <Button size="small" busy={busy} onClick={() => void show()}>
          Show version {number}
        </Button>
      </p>
    </div>
  )
}
