"use client"
import { useRouter } from "next/navigation"
import { useCallback, useRef } from "react"
import { uuidv7 } from "uuidv7"
import { byKey } from "../../../../../lib/domain/by-key.ts"
import type { FlagAct, FlagOutcome } from "../../../../../lib/domain/flag-act.ts"
import type { ChosenFlags } from "../../../../../lib/queries/flags.ts"
import { type ApiFailure, api, isAway } from "../../../../_ui/api.ts"
import { toast } from "../../../../_ui/toast.ts"

export type Chosen = ChosenFlags["flags"][number]

/** The changes that an act was, by which exactly it is taken back. */
export type Changes = readonly { readonly documentId: string; readonly revision: number }[]

export interface ActResult {
  readonly changes: Changes
  readonly outcomes: Readonly<Record<string, FlagOutcome>>
  /** Why it went no further. */
  readonly failure: ApiFailure | null
  /** What is left to be sent then; its parts are the same requests as before. */
  readonly rest: Attempt | null
}

/** How many flags, and how many changes, one request names. */
const most = 200

const chunked = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / most) }, (_, at) => list.slice(at * most, (at + 1) * most))

/** One press of a button on some flags, with what it needs to be sent again as the same one. */
export interface Attempt {
  readonly act: FlagAct
  readonly chunks: readonly { readonly requestId: string; readonly flags: readonly Chosen[] }[]
}

/** The flags of one document go together, so that what is done in it is as few changes as can be. */
export const attemptOf = (act: FlagAct, flags: readonly Chosen[]): Attempt => ({
  act,
  chunks: chunked([...byKey(flags, ({ documentId }) => documentId).values()].flat()).map(part => ({
    requestId: uuidv7(),
    flags: part,
  })),
})

/** Carries acts out, part by part, and takes back what was done here: what a notice names, or the last. */
export function useActs(projectId: string) {
  const router = useRouter()
  const done = useRef<readonly Changes[]>([])
  // One after the other, since an act may stand on another.
  const undoing = useRef<Changes[]>([])

  const run = useCallback(
    async ({ act, chunks }: Attempt, told: (share: number) => void): Promise<ActResult> => {
      const changes: Changes[number][] = []
      const outcomes: Record<string, FlagOutcome> = {}
      for (const [at, { requestId, flags }] of chunks.entries()) {
        const body = {
          requestId,
          act,
          flags: flags.map(({ id, documentId, version }) => ({ id, documentId, version })),
        }
        const answer = await api.post<Pick<ActResult, "changes" | "outcomes">>(`/projects/${projectId}/flags/act`, body)
        if (!answer.ok) {
          changes.push(...((answer.failure["changes"] as Changes | undefined) ?? []))
          return { changes, outcomes, failure: answer.failure, rest: { act, chunks: chunks.slice(at) } }
        }
        changes.push(...answer.value.changes)
        Object.assign(outcomes, answer.value.outcomes)
        told((at + 1) / chunks.length)
      }
      return { changes, outcomes, failure: null, rest: null }
    },
    [projectId],
  )

  const takeBack = useCallback(
    async (act: Changes, again: () => void): Promise<void> => {
      const sum = { undone: 0, kept: 0, blocked: 0 }
      let failure: ApiFailure | null = null
      for (const changes of chunked(act)) {
        const body = { requestId: uuidv7(), changes }
        const answer = await api.post<typeof sum>(`/projects/${projectId}/flags/undo`, body)
        if (!answer.ok) {
          failure = answer.failure
          break
        }
        sum.undone += answer.value.undone
        sum.kept += answer.value.kept
        sum.blocked += answer.value.blocked
      }
      router.refresh()
      const failed = sum.undone === 0 ? failure : null
      const waits = failed !== null && isAway(failed)
      if (!waits) done.current = done.current.filter(one => one !== act)
      toast({
        text: failed?.sentence ?? undoneWords(sum),
        ...(failed && { kind: "trouble" }),
        // It takes the place of the notice that offered it.
        place: placeOf(act),
        ...(waits && { action: { label: "Undo", onPress: again } }),
      })
    },
    [projectId, router],
  )
  /** Takes back an act; without one the last that was done here and still stands. */
  const undo = useCallback(
    async function undo(act?: Changes): Promise<void> {
      // The key pressed again while nothing seems to happen is not meant for the act before.
      const meant = act ?? undoing.current[0] ?? done.current.at(-1)
      if (!meant) return toast({ text: "There is nothing that you did here to undo." })
      if (!done.current.includes(meant) || undoing.current.includes(meant)) return
      undoing.current.push(meant)
      if (undoing.current.length > 1) return
      for (let next: Changes | undefined = meant; next; next = undoing.current[0]) {
        const one = next
        await takeBack(one, () => void undo(one))
        undoing.current.shift()
      }
    },
    [takeBack],
  )

  /** Remembers an act, says that it is done, and offers to take it back. */
  const finish = useCallback(
    (text: string, changes: Changes) => {
      if (changes.length === 0) toast({ text })
      else {
        done.current = [...done.current, changes]
        toast({ text, place: placeOf(changes), action: { label: "Undo", onPress: () => void undo(changes) } })
      }
      router.refresh()
    },
    [router, undo],
  )
  return { run, undo, finish, reread: useCallback(() => router.refresh(), [router]) }
}

/** Where it is said what became of an act. */
const placeOf = ([first]: Changes) => `act ${first?.documentId} ${first?.revision}`

function undoneWords({ undone, kept, blocked }: { undone: number; kept: number; blocked: number }): string {
  const back = undone === 1 ? "1 flag is as it was before." : `${undone} flags are as they were before.`
  if (undone === 0) return "Nothing was undone: others changed these flags since."
  return kept + blocked === 0 ? back : `${back} What others changed since stays.`
}
