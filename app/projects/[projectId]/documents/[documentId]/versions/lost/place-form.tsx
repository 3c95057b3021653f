"use client"
import { useEffect, useState } from "react"
import type { Place } from "../../../../../../../lib/queries/lost-claims.ts"
import { type ApiFailure, api } from "../../../../../../_ui/api.ts"
import { Button } from "../../../../../../_ui/button.tsx"
import { ChangedText } from "../../../../../../_ui/changed-text.tsx"
import { FormError } from "../../../../../../_ui/form-error.tsx"
import { TextField } from "../../../../../../_ui/text-field.tsx"

interface Props {
  readonly quote: string
  /** Passages that share words with it, the most alike first. */
  readonly places: readonly Place[]
  /** The address that finds others. */
  readonly search: string
  readonly send: (place: Place) => readonly [path: string, body: object]
  readonly onTyped: (typed: boolean) => void
  readonly onDone: () => void
}

/** Passages of the current text, each with how its words differ from the lost ones; a person chooses one of them. */
export function PlaceForm({ quote, places, search, send, onTyped, onDone }: Props) {
  const [words, setWords] = useState("")
  const [found, setFound] = useState<readonly Place[] | null>(null)
  const [chosen, setChosen] = useState<Place | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => onTyped(chosen !== null), [chosen, onTyped])
  const list = found ?? places
  const look = async () => {
    const answer = await api.get<{ places: Place[] }>(`${search}?${new URLSearchParams({ words })}`)
    if (!answer.ok) return setFailure(answer.failure)
    setFailure(null)
    setFound(answer.value.places)
    setChosen(null)
  }
  const place = async () => {
    if (!chosen || busy) return
    setBusy(true)
    const [path, body] = send(chosen)
    const result = await api.post(path, { requestId: crypto.randomUUID(), ...body })
    setBusy(false)
    if (result.ok) onDone()
    else setFailure(result.failure)
  }
  return (
    <div className="grid gap-5">
      <FormError failure={failure} />
      <div>
        <p className="label-caps">Lost</p>
        <blockquote className="max-h-32 overflow-y-auto font-text text-lg wrap-anywhere">{quote}</blockquote>
      </div>
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={event => {
          event.preventDefault()
          void look()
        }}
      >
        <div className="min-w-56 flex-1">
          <TextField
            label="Look for words in the current text"
            value={words}
            onChange={event => setWords(event.target.value)}
          />
        </div>
        <Button type="submit">Look</Button>
      </form>
      <fieldset className="grid gap-2">
        <legend className="mb-2 label-caps">
          {found ? "Found" : "Passages that share words with it"}: choose where it belongs
        </legend>
        {list.length === 0 && <p className="text-soft">No passage shares a word with it. Look for others above.</p>}
        {list.map(one => (
          <label key={one.id} className="flex cursor-pointer gap-3 border-t border-rule py-3">
            <input
              type="radio"
              name="place"
              className="mt-1.5"
              checked={chosen?.id === one.id}
              onChange={() => setChosen(one)}
            />
            <span className="min-w-0 font-text wrap-anywhere">
              <ChangedText before={quote} after={one.quote} />
            </span>
          </label>
        ))}
      </fieldset>
      <Button
        kind="primary"
        busy={busy}
        aria-disabled={!chosen || undefined}
        className="justify-self-start"
        onClick={() => void place()}
      >
        Place it here
      </Button>
    </div>
  )
}
