"use client"
import { useMemo, useRef, useState } from "react"
import { uuidv7 } from "uuidv7"
import type { SourceKind } from "../../../../../../lib/domain/source.ts"
import type { ImportReading } from "../../../../../../lib/queries/read-import.ts"
import { type ApiFailure, api, type Way } from "../../../../../_ui/api.ts"
import { type Given, keysOf } from "./given.ts"
import type { ReadEntry } from "./read-entry-item.tsx"
import { renumbered } from "./renumbered.ts"

/** An entry that was read, with its place in what was sent, counted from 1, its key, and the id that its source gets. */
export interface Numbered {
  readonly number: number
  readonly key: string
  readonly id: string
  readonly entry: ReadEntry
}

/** What a person gives to the entries, which outlives this reading of them. */
export interface Giving {
  readonly given: Given
  readonly onGiven: (given: Given) => void
}

/** Which of the entries are added, with which titles and kinds, and how far that is. At first it is those that repeat nothing. */
export function useImportChoice(
  projectId: string,
  { entries: all }: ImportReading,
  { given, onGiven }: Giving,
  onAdded: () => void,
) {
  const entries = useMemo<readonly Numbered[]>(() => {
    const read = all.flatMap((entry, at) => (entry.ok ? [{ number: at + 1, id: uuidv7(), entry }] : []))
    const keys = keysOf(read.map(({ entry }) => entry.line))
    return read.map((one, at) => ({ ...one, key: keys[at]! }))
  }, [all])
  const { titles, kinds, ticks } = given
  const chosen = useMemo(
    () => new Set(entries.flatMap(one => ((ticks[one.key] ?? isNew(one)) ? [one.number] : []))),
    [entries, ticks],
  )
  const [way, setWay] = useState<Way | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [added, setAdded] = useState<{ readonly added: number; readonly skipped: number } | null>(null)
  const request = useRef<{ words: string; id: string } | null>(null)
  const titleOf = ({ key, entry }: Numbered) => titles[key] ?? entry.record.csl.title
  const kindOf = ({ key, entry }: Numbered) => kinds[key] ?? entry.record.kind
  const tick = (ones: readonly Numbered[], wanted: (one: Numbered) => boolean) => {
    const next = { ...ticks }
    for (const one of ones)
      if (wanted(one) === isNew(one)) delete next[one.key]
      else next[one.key] = wanted(one)
    onGiven({ ...given, ticks: next })
  }

  const add = async () => {
    const wanted = entries.filter(({ number }) => chosen.has(number))
    const untitled = wanted.find(one => titleOf(one).trim() === "")
    if (untitled) return setFailure(titleMissing(untitled.number))
    const body = wanted.map(one => {
      const { record, repeats } = one.entry
      const csl = { ...record.csl, title: titleOf(one) }
      return { ...record, kind: kindOf(one), id: one.id, again: repeats !== null, csl }
    })
    // The same choice sent again is the same request.
    const words = JSON.stringify(body)
    if (request.current?.words !== words) request.current = { words, id: uuidv7() }
    setFailure(null)
    setWay({ sent: 0, done: 0 })
    const result = await api.upload<{ added?: number; skipped?: number }>(
      `/projects/${projectId}/sources/import`,
      { requestId: request.current.id, entries: body },
      setWay,
    )
    setWay(null)
    if (result.ok) {
      setAdded({ added: result.value.added ?? body.length, skipped: result.value.skipped ?? 0 })
      onAdded()
    } else
      setFailure(
        renumbered(
          result.failure,
          wanted.map(({ number }) => number),
        ),
      )
  }
  return {
    entries,
    chosen,
    titleOf,
    kindOf,
    way,
    failure,
    added,
    add,
    chooseWhere: (which: (one: Numbered) => boolean) => tick(entries, which),
    choose: (one: Numbered, wanted: boolean) => tick([one], () => wanted),
    entitle: ({ key }: Numbered, title: string) => onGiven({ ...given, titles: { ...titles, [key]: title } }),
    setKind: ({ key }: Numbered, kind: SourceKind) => onGiven({ ...given, kinds: { ...kinds, [key]: kind } }),
  }
}

export const isNew = ({ entry }: Numbered) => entry.repeats === null

const titleMissing = (number: number): ApiFailure => ({
  code: "invalid",
  sentence: "An entry that you ticked has no title.",
  issues: [{ path: String(number), message: `Entry ${number} has no title. Give it one, or untick it.` }],
})
