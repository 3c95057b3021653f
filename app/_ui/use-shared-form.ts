"use client"
import { useEffect, useLayoutEffect, useRef, useState } from "react"
import type { DefaultValues, FieldValues } from "react-hook-form"
import type { ZodType } from "zod"
import { type ApiFailure, type ApiResult, isAway } from "./api.ts"
import { useInHand } from "./in-hand.ts"
import { sameWords } from "./record-merge.ts"
import { type ApiForm, type Attempt, useApiForm } from "./use-api-form.ts"

/** Something stored that several people may change, as one had it in sight. */
export interface Seen<Words> {
  readonly words: Words
  /** By what the server knows that state: a version, the id of a row. */
  readonly token: unknown
}

/** What somebody else saved, what both started from, and what was typed here. */
export interface FormConflict<Words> {
  readonly base: Words
  readonly theirs: Seen<Words>
  readonly mine: Words
  /** Who saved in between, when that is known. */
  readonly by: string | null
  /** When mine was typed, in milliseconds, if that was before this page was opened. */
  readonly typedAt: number | null
}

interface Options<Words extends FieldValues, Output, Answer> {
  readonly schema: ZodType<Output, Words>
  /** What is stored; a page that is read again does not change behind one's back what the form was filled in against. */
  readonly stored: Seen<Words>
  /** Where drafts of it are kept. */
  readonly place: string
  readonly more?: () => unknown
  readonly onMore?: (more: unknown) => void
  readonly send: (output: Output, attempt: Attempt, token: never) => Promise<ApiResult<Answer>>
  /** What a conflict says is stored now. */
  readonly current: (failure: ApiFailure) => Seen<Words>
  /** By what the server knows the state that was just saved; needed where the form stays open. */
  readonly next?: (token: never, saved: Words) => unknown
  /** The form stays when it is saved: what is typed on meanwhile stays in it, on top of what was saved. */
  readonly stays?: boolean
  readonly onDone: (answer: Answer, output: Output) => void
  /** Hears that the stored version stays. */
  readonly onTheirs?: () => void
}

export interface SharedForm<Words extends FieldValues, Output> {
  readonly form: ApiForm<Words, Output>
  /** Two versions to choose between; null while there is one. */
  readonly conflict: FormConflict<Words> | null
  /** Saves these words, now knowing what they replace. */
  readonly settle: (words: Words) => void
  /** What the others saved stays; what was typed here is given up. */
  readonly keepTheirs: () => void
}

/**
 * A form about something that others may change at the same time. It says which state it was filled in against, and
 * when somebody else was faster it holds both versions until one has chosen. What was typed and not saved is kept in
 * the browser with the state that it started from, so that it is compared, too, when it comes back much later.
 */
export function useSharedForm<Words extends FieldValues, Output, Answer>(
  options: Options<Words, Output, Answer>,
): SharedForm<Words, Output> {
  const { schema, stored, place, more, onMore, send, current, next, stays, onDone, onTheirs } = options
  const seen = useRef(stored)
  const standing = useRef(stored)
  useLayoutEffect(() => {
    standing.current = stored
  })
  // What the words of a restored draft started from, until they are settled against what is stored now.
  const begun = useRef<Seen<Words> | null>(null)
  // What is on its way, and what was sent from here and may stand there though nobody could tell its token.
  const sending = useRef<Words>(stored.words)
  const sent = useRef<Words | null>(null)
  const shown = useRef(stored)
  const [conflict, setConflict] = useState<FormConflict<Words> | null>(null)
  useInHand(conflict !== null)
  const form = useApiForm<Words, Output, Answer>({
    schema,
    defaultValues: stored.words as DefaultValues<Words>,
    ...(stays && { stays }),
    send: async (output, attempt) => {
      const words = structuredClone(form.getValues())
      sending.current = words
      const answer = await send(output, attempt, seen.current.token as never)
      if (!answer.ok && isAway(answer.failure)) sent.current = words
      return answer
    },
    onDone: (answer, output, typedOn) => {
      const words = sending.current
      setConflict(null)
      sent.current = next ? null : words
      if (next) {
        seen.current = { words, token: next(seen.current.token as never, words) }
        // What the page shows by now is older than that.
        shown.current = standing.current
      }
      form.reset(words, { keepValues: typedOn })
      onDone(answer, output)
    },
    onFailure: failure => {
      if (failure.code !== "conflict") return false
      const theirs = only(stored.words, current(failure))
      if (sent.current && sameWords(theirs.words, sent.current)) {
        // It is one's own earlier write, of which no answer or no token came: there is nobody to argue with.
        seen.current = theirs
        sent.current = null
        setTimeout(() => void form.submit())
        return true
      }
      const by = (failure["by"] as string | null | undefined) ?? null
      setConflict({ base: seen.current.words, theirs, mine: form.getValues(), by, typedAt: null })
      return true
    },
    draft: {
      place,
      base: () => begun.current ?? seen.current,
      ...(more && { more }),
      onFound: found => {
        if (found.more !== undefined) onMore?.(found.more)
        const base = found.base as Seen<Words> | undefined
        if (!base || sameWords(base.token, seen.current.token)) return
        begun.current = base
        const mine = found.words as Words
        setConflict({ base: base.words, theirs: seen.current, mine, by: null, typedAt: found.at })
      },
    },
  })
  // What others saved is taken over while nothing was typed here.
  const untouched = !form.formState.isDirty && !conflict && !form.busy
  useEffect(() => {
    if (!untouched || sameWords(shown.current.token, stored.token)) return
    shown.current = stored
    seen.current = stored
    sent.current = null
    form.reset(stored.words)
  })
  return {
    form,
    conflict,
    settle: words => {
      if (!conflict) return
      seen.current = conflict.theirs
      begun.current = null
      setConflict(null)
      form.reset(words, { keepDefaultValues: true })
      void form.submit()
    },
    keepTheirs: () => {
      if (!conflict) return
      seen.current = conflict.theirs
      begun.current = null
      form.reset(conflict.theirs.words)
      form.discard()
      setConflict(null)
      onTheirs?.()
    },
  }
}

/** What the server tells of a row beyond the fields of the form is none of its words. */
const only = <Words extends object>(fields: Words, { words, token }: Seen<Words>): Seen<Words> => ({
  words: Object.fromEntries(Object.entries(words).filter(([key]) => key in fields)) as Words,
  token,
})
