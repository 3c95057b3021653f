"use client"
import { useMemo, useRef, useState } from "react"
import { uuidv7 } from "uuidv7"
import type { SourceKind } from "../../../../../../lib/domain/source.ts"
import type { ImportReading } from "../../../../../../lib/queries/read-import.ts"
import { type ApiFailure, api, type Way } from "../../../../../_ui/api.ts"
import type { ReadEntry } from "./read-entry-item.tsx"
import { renumbered } from "./renumbered.ts"

/** An entry that was read, with its place in what was sent, counted from 1, and the id that its source gets. */
export interface Numbered {
  readonly number: number
  readonly id: string
  readonly entry: ReadEntry
}

/** Which of the entries are added, with which titles and kinds, and how far that is. At first it is those that repeat nothing. */
export function useImportChoice(projectId: string, { entries: all }: ImportReading, onAdded: () => void) {
  const entries = useMemo<readonly Numbered[]>(
    () => all.flatMap((entry, at) => (entry.ok ? [{ number: at + 1, id: uuidv7(), entry }] : [])),
    [all],
  )
  const [chosen, setChosen] = useState<ReadonlySet<number>>(() => numbersOf(entries.filter(isNew)))
  const [titles, setTitles] = useState<ReadonlyMap<number, string>>(new Map())
  const [kinds, setKinds] = useState<ReadonlyMap<number, SourceKind>>(new Map())
  const [way, setWay] = useState<Way | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [added, setAdded] = useState<{ readonly added: number; readonly skipped: number } | null>(null)
  const request = useRef<{ words: string; id: string } | null>(null)
  const titleOf = ({ number, entry }: Numbered) => titles.get(number) ?? entry.record.csl.title
  const kindOf = ({ number, entry }: Numbered) => kinds.get(number) ?? entry.record.kind

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
    chooseWhere: (which: (one: Numbered) => boolean) => setChosen(numbersOf(entries.filter(which))),
    choose: (number: number, wanted: boolean) => {
      const next = new Set(chosen)
      if (wanted) next.add(number)
      else next.delete(number)
      setChosen(next)
    },
    entitle: (number: number, title: string) => setTitles(new Map(titles).set(number, title)),
    setKind: (number: number, kind: SourceKind) => setKinds(new Map(kinds).set(number, kind)),
  }
}

export const isNew = ({ entry }: Numbered) => entry.repeats === null

const numbersOf = (entries: readonly Numbered[]) => new Set(entries.map(({ number }) => number))

const titleMissing = (number: number): ApiFailure => ({
  code: "invalid",
  sentence: "An entry that you ticked has no title.",
  issues: [{ path: String(number), message: `Entry ${number} has no title. Give it one, or untick it.` }],
})
