"use client"
import { useMemo, useRef, useState } from "react"
import { uuidv7 } from "uuidv7"
import type { ReadPassage } from "../../../../../../../lib/queries/read-pre-annotations.ts"
import { type ApiFailure, api, type Way } from "../../../../../../_ui/api.ts"
import { atFirst, type Becomes, labelsOf } from "./becomes.ts"
import type { ReadFiles } from "./bring-in.tsx"

export interface BroughtIn {
  readonly suggestions: number
  readonly flags: number
  readonly skipped: number
}

/** A passage with its number in the list, counted from 1. */
export interface Numbered {
  readonly number: number
  readonly passage: ReadPassage
}

/** What the labels of the file come to, which passages are left out, and the way of what is brought in. */
export function useBringIn(documentId: string, { files, reading }: ReadFiles) {
  const all = useMemo<readonly Numbered[]>(
    () => reading.passages.map((passage, at) => ({ number: at + 1, passage })),
    [reading],
  )
  const labels = useMemo(() => labelsOf(reading.passages), [reading])
  const [chosen, setChosen] = useState<ReadonlyMap<string, Becomes>>(new Map())
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [way, setWay] = useState<Way | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [done, setDone] = useState<BroughtIn | null>(null)
  const request = useRef<{ words: string; id: string } | null>(null)
  const becomes = (label: string): Becomes => chosen.get(label) ?? atFirst(label)
  const wanted = all.filter(({ number, passage }) => becomes(passage.label) !== "" && !left.has(number))
  const send = async () => {
    const file = files.map(({ name }) => name).join(", ")
    const passages = wanted.map(({ passage: { start, end, quote, label, text, by } }) => ({
      ...{ start, end, quote, text },
      ...{ becomes: becomes(label), fileLabel: label, author: by },
    }))
    const body = { number: reading.number, file: file.length > 200 ? `${file.slice(0, 199)}…` : file, passages }
    // The same choice sent again is the same request.
    const words = JSON.stringify(body)
    if (request.current?.words !== words) request.current = { words, id: uuidv7() }
    setFailure(null)
    setWay({ sent: 0, done: 0 })
    const result = await api.upload<Partial<BroughtIn>>(
      `/documents/${documentId}/pre-annotations`,
      { requestId: request.current.id, ...body },
      setWay,
    )
    setWay(null)
    if (!result.ok) return setFailure(result.failure)
    const { suggestions = passages.length, flags = 0, skipped = 0 } = result.value
    setDone({ suggestions, flags, skipped })
  }
  return {
    all,
    labels,
    becomes,
    wanted,
    left,
    way,
    failure,
    done,
    send,
    choose: (label: string, to: Becomes) => setChosen(new Map(chosen).set(label, to)),
    leave: (number: number, out: boolean) => {
      const next = new Set(left)
      if (out) next.add(number)
      else next.delete(number)
      setLeft(next)
    },
  }
}
