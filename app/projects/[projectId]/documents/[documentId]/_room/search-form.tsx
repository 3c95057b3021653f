"use client"
import { useState } from "react"
import type { Room } from "../../../../../../lib/queries/reading-room.ts"
import { TextField } from "../../../../../_ui/text-field.tsx"

const shown = 50

/** Finds words in the text and leads to the passage that has them. */
export function SearchForm({ room, onPick }: { room: Room; onPick: (unitId: string) => void }) {
  const [words, setWords] = useState("")
  const { text } = room.document
  const wanted = words.trim().toLowerCase()
  const found =
    wanted === "" ? [] : room.units.filter(unit => text.slice(unit.start, unit.end).toLowerCase().includes(wanted))
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (found[0]) onPick(found[0].id)
      }}
      className="grid gap-3"
    >
      <TextField label="Words" type="search" value={words} onChange={event => setWords(event.target.value)} />
      <p role="status" className="text-sm text-soft">
        {wanted === ""
          ? "Enter goes to the first passage."
          : `${found.length} passages${found.length > shown ? `, the first ${shown} shown` : ""}`}
      </p>
      <ul className="grid max-h-80 gap-1 overflow-auto">
        {found.slice(0, shown).map(unit => (
          <li key={unit.id}>
            <button type="button" className="text-left font-text hover:underline" onClick={() => onPick(unit.id)}>
              {text.slice(unit.start, unit.end).slice(0, 160)}
            </button>
          </li>
        ))}
      </ul>
    </form>
  )
}
