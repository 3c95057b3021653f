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

/** Carries acts out, part by part, and takes back what was done here, the last one first. */
export function useActs(projectId: string) {
  const router = useRouter()
  const done = useRef<Changes[]>([])
  const undoing = useRef(false)

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

  const undo = useCallback(async () => {
    const last = done.current.at(-1)
    if (undoing.current) return
    if (!last) return toast({ text: "There is nothing that you did here to undo." })
    undoing.current = true
    const sum = { undone: 0, kept: 0, blocked: 0 }
    let failure: ApiFailure | null = null
    for (const changes of chunked(last)) {
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
    undoing.current = false
    router.refresh()
    if (failure && sum.undone === 0) {
      if (!isAway(failure)) done.current.pop()
      return toast({ text: failure.sentence, kind: "trouble" })
    }
    done.current.pop()
    toast({ text: undoneWords(sum) })
  }, [projectId, router])

  /** Remembers an act, says that it is done, and offers to take it back. */
  const finish = useCallback(
    (text: string, changes: Changes) => {
      if (changes.length > 0) done.current.push(changes)
      toast({ text, ...(changes.length > 0 && { action: { label: "Undo", onPress: () => void undo() } }) })
      router.refresh()
    },
    [router, undo],
  )
  return { run, undo, finish, reread: useCallback(() => router.refresh(), [router]) }
}

function undoneWords({ undone, kept, blocked }: { undone: number; kept: number; blocked: number }): string {
  const back = undone === 1 ? "1 flag is as it was before." : `${undone} flags are as they were before.`
  if (undone === 0) return "Nothing was undone: others changed these flags since."
  return kept + blocked === 0 ? back : `${back} What others changed since stays.`
}
