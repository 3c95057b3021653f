"use client"
import { useState } from "react"
import type { Room } from "../../../../../../../lib/queries/reading-room.ts"
import { api } from "../../../../../../_ui/api.ts"
import { Button } from "../../../../../../_ui/button.tsx"

/** How the lines of a text end; a field knows "\n" alone. */
export type LineEnds = "lf" | "crlf"

interface Props {
  readonly documentId: string
  /** Whether something stands in the field that the text would take the place of. */
  readonly filled: () => boolean
  readonly onText: (text: string, ends: LineEnds) => void
}

/** Puts the current text into the field, so that who mends a word does not have to find the text again first. */
export function CurrentText({ documentId, filled, onText }: Props) {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState("")
  const take = async () => {
    if (filled()) return setTrouble("Empty the field first, so that what stands in it is not lost.")
    setTrouble("")
    setBusy(true)
    const answer = await api.get<Room>(`/documents/${documentId}`)
    setBusy(false)
    if (!answer.ok) return setTrouble(answer.failure.sentence)
    const { text } = answer.value.document
    const ends = lineEnds(text)
    if (!ends)
      return setTrouble("The lines of this text end in several ways, which a field makes alike. Correct a file.")
    onText(text, ends)
  }
  return (
    <div className="-mt-3 grid justify-items-start gap-1">
      <Button size="small" busy={busy} onClick={() => void take()}>
        Begin with the current text
      </Button>
      <p role="status" className="text-sm text-soft">
        {trouble}
      </p>
    </div>
  )
}

function lineEnds(text: string): LineEnds | null {
  if (!text.includes("\r")) return "lf"
  return /(^|[^\r])\n|\r(?!\n)/.test(text) ? null : "crlf"
}

/** A text of the field with the line ends of the one that it began with. */
export const withLineEnds = (text: string, ends: string): string =>
  ends === "crlf" ? text.replaceAll(/\r?\n/g, "\r\n") : text
