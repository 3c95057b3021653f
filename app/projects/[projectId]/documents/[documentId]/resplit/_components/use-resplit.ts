import { useMemo, useRef, useState } from "react"
import { uuidv7 } from "uuidv7"
import type { Span } from "../../../../../../../lib/domain/unit.ts"
import type { ResplitPage, ShownHunk } from "../../../../../../../lib/queries/resplit.ts"
import { type ApiFailure, api } from "../../../../../../_ui/api.ts"

/** Under which name a stretch is remembered while the rest of the difference may change. */
export const keyOf = ({ start, end }: Span): string => `${start} ${end}`

const untouched = (hunks: readonly ShownHunk[]) => new Set(hunks.filter(({ worked }) => !worked).map(keyOf))

export interface ResplitState {
  readonly page: ResplitPage
  readonly chosen: ReadonlySet<string>
  readonly overtaken: ReadonlySet<string>
  readonly cues: boolean
  readonly failure: ApiFailure | null
  /** How much is done, from 0 to 1, while it is under way. */
  readonly share: number | null
  readonly setCues: (cues: boolean) => void
  readonly choose: (hunk: ShownHunk, chosen: boolean) => void
  readonly chooseAll: (which: "all" | "none" | "untouched") => void
  /** Takes what is chosen; answers whether it was done. */
  readonly take: () => Promise<boolean>
}

/** The difference as it was read last, and what the person chose of it. A refusal keeps the choice. */
export function useResplit(first: ResplitPage): ResplitState {
  const [page, setPage] = useState(first)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => untouched(first.hunks))
  const [overtaken, setOvertaken] = useState<ReadonlySet<string>>(new Set())
  const [cues, setCues] = useState(true)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [share, setShare] = useState<number | null>(null)
  const attempt = useRef({ words: "", requestId: "" })
  const path = `/documents/${page.document.id}/resplit`
  const spans = useMemo(
    () => page.hunks.filter(hunk => chosen.has(keyOf(hunk))).map(({ start, end }) => [start, end] as const),
    [page, chosen],
  )

  // The same choice sent again is the same request, so that a lost answer does not split twice.
  const requestFor = (choice: object) => {
    const words = JSON.stringify(choice)
    if (attempt.current.words !== words) attempt.current = { words, requestId: uuidv7() }
    return { requestId: attempt.current.requestId, ...choice }
  }

  const readAgain = async (refused: readonly Span[]) => {
    const fresh = await api.get<ResplitPage>(path)
    if (!fresh.ok) return
    const known = new Set(page.hunks.map(keyOf))
    const worked = (hunk: Span) => refused.some(span => span.start < hunk.end && span.end > hunk.start)
    const marked = fresh.value.hunks.filter(worked)
    const added = fresh.value.hunks.filter(hunk => !known.has(keyOf(hunk)) && !hunk.worked)
    setPage(fresh.value)
    setOvertaken(new Set(marked.map(keyOf)))
    setChosen(now => {
      const next = new Set([...now, ...added.map(keyOf)])
      for (const hunk of marked) next.delete(keyOf(hunk))
      return next
    })
  }

  const take = async () => {
    if (share !== null) return false
    setFailure(null)
    setShare(0)
    const choice = { seen: page.revision, splitter: page.splitter.to, hunks: spans, cues: cues && page.cues > 0 }
    const result = await api.upload(path, requestFor(choice), way => setShare(way.done))
    setShare(null)
    if (result.ok) return true
    setFailure(result.failure)
    if (result.failure.code === "resplit-overtaken") await readAgain(result.failure["stretches"] as Span[])
    if (result.failure.code === "resplit-outdated") await readAgain([])
    return false
  }

  return {
    page,
    chosen,
    overtaken,
    cues,
    failure,
    share,
    setCues,
    choose: (hunk, on) =>
      setChosen(now => {
        const next = new Set(now)
        if (on) next.add(keyOf(hunk))
        else next.delete(keyOf(hunk))
        return next
      }),
    chooseAll: which =>
      setChosen(which === "untouched" ? untouched(page.hunks) : new Set(which === "all" ? page.hunks.map(keyOf) : [])),
    take,
  }
}
