"use client"
import { zodResolver } from "@hookform/resolvers/zod"
import { useEffect, useLayoutEffect, useRef, useState } from "react"
import {
  type DefaultValues,
  type FieldPath,
  type FieldValues,
  type UseFormRegister,
  type UseFormReturn,
  useForm,
} from "react-hook-form"
import { uuidv7 } from "uuidv7"
import type { ZodType } from "zod"
import { type ApiFailure, type ApiResult, api, awayWords, isAway } from "./api.ts"
import type { Draft } from "./drafts.ts"
import { holdStill } from "./held-still.ts"
import { isTyping, useInHand, watch } from "./in-hand.ts"
import { sameWords } from "./record-merge.ts"
import { toast } from "./toast.ts"
import { useDraft } from "./use-draft.ts"
import { useRetry } from "./use-retry.ts"

/** The ids of a write. Sent again with the same words it has the same ids, so that after a lost answer there is one row. */
export interface Attempt {
  readonly requestId: string
  /** For the row that it makes. */
  readonly id: string
}

/** How what is typed is kept in this browser until it is saved. */
export interface FormDraft {
  /** What the form is about, such as "source:" and its id. */
  readonly place: string
  /** What was stored when the words were begun, so that a later change by others is noticed. */
  readonly base?: () => unknown
  /** What belongs to the form and is no field of it. */
  readonly more?: () => unknown
  /** Hears of the draft before its words come into the form. */
  readonly onFound?: (draft: Draft) => void
}

interface Options<Input extends FieldValues, Output, Answer> {
  readonly schema: ZodType<Output, Input>
  readonly defaultValues: DefaultValues<Input>
  /** The address under /api/v1, or another way of sending what was checked. */
  readonly send: string | ((output: Output, attempt: Attempt) => Promise<ApiResult<Answer>>)
  /**
   * "leaving" keeps the form busy, since another page is on its way; "unsaved" says that the words were only looked at, so
   * that they are kept like any that are not stored. It hears whether the fields say something else by now.
   */
  readonly onDone: (answer: Answer, sent: Output, typedOn: boolean) => Done | Promise<Done>
  /**
   * The form stays when it is saved, so that one can type on while that is on its way. Any other form holds still until
   * the answer is there, since it is done then.
   */
  readonly stays?: boolean
  /** Handles a failure of its own kind, a conflict for example; true keeps it out of the summary. */
  readonly onFailure?: (failure: ApiFailure, sent: Output) => boolean
  /** For a form in which more is typed than a line. It is sent by itself when the network is back. */
  readonly draft?: FormDraft
}

type Done = void | "leaving" | "unsaved"

export interface ApiForm<Input extends FieldValues, Output> extends UseFormReturn<Input, unknown, Output> {
  /** For the form's onSubmit. A second press while one is under way does nothing. */
  readonly submit: (event?: React.BaseSyntheticEvent) => Promise<void>
  /** For FormError. */
  readonly failure: ApiFailure | null
  readonly clearFailure: () => void
  readonly busy: boolean
  /** The sentence under a field. */
  readonly errorOf: (path: FieldPath<Input>) => string | undefined
  /** For FormError's onIssue. */
  readonly focusOn: (path: string) => void
  /** When the words that were restored into it had been typed, in milliseconds; null when none were. */
  readonly restoredAt: number | null
  /** Gives up what was restored: the form is as if it had just been opened. */
  readonly discard: () => void
}

/**
 * A form that is checked by the same schema here and on the server, and sent as JSON. The server's issues
 * land at their fields, everything else in the summary; what was typed stays in every case.
 */
export function useApiForm<Input extends FieldValues, Output, Answer = unknown>(
  options: Options<Input, Output, Answer>,
): ApiForm<Input, Output> {
  const { schema, defaultValues, send, onDone, stays = false, onFailure, draft } = options
  const form = useForm<Input, unknown, Output>({ resolver: zodResolver(schema), defaultValues })
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [leaving, setLeaving] = useState(false)
  const underWay = useRef(false)
  const byItself = useRef(false)
  const attempt = useRef<{ words: string; ids: Attempt } | null>(null)
  const sent = useRef<Input | null>(null)
  const box = useRef<HTMLFormElement | null>(null)
  const { errors, isSubmitting, isDirty, defaultValues: stored } = form.formState
  const [saved, setSaved] = useState(false)
  useInHand(isDirty && !saved)
  // A page that the browser kept and shows again is not leaving any more.
  useEffect(() => {
    const back = () => setLeaving(false)
    addEventListener("pageshow", back)
    return () => removeEventListener("pageshow", back)
  }, [])
  const busy = isSubmitting || leaving
  const held = busy && !stays
  useLayoutEffect(() => (held && box.current ? holdStill(box.current) : undefined), [held])
  const register: UseFormRegister<Input> = (name, rules) => {
    const field = form.register(name, rules)
    const ref = (element: HTMLInputElement | null) => {
      if (element) box.current = element.form
      field.ref(element)
    }
    return { ...field, ref }
  }

  const kept = useDraft({
    place: draft?.place,
    read: () => {
      const words = form.getValues()
      if (sameWords(words, stored)) return null
      return { words, base: draft?.base?.(), more: { own: draft?.more?.(), attempt: attempt.current } }
    },
    onFound: found => {
      if (typeof found.words !== "object" || sameWords(found.words, stored)) return false
      const { own, attempt: made } = (found.more ?? {}) as { own?: unknown; attempt?: typeof attempt.current }
      attempt.current = made ?? null
      draft?.onFound?.({ ...found, more: own })
      form.reset(found.words as Input, { keepDefaultValues: true })
      return true
    },
  })
  const { typed } = kept
  useEffect(() => {
    const watching = form.watch((_words, { type }) => {
      if (type === "change") setSaved(false)
      typed()
    })
    return () => watching.unsubscribe()
  }, [form, typed])

  const attemptFor = (output: Output): Attempt => {
    const words = JSON.stringify(output)
    if (attempt.current?.words !== words) attempt.current = { words, ids: { requestId: uuidv7(), id: uuidv7() } }
    typed()
    return attempt.current.ids
  }

  const checkedSend = form.handleSubmit(async output => {
    if (!byItself.current) setFailure(null)
    setSaved(false)
    const words = structuredClone(form.getValues())
    sent.current = words
    const result =
      typeof send === "string" ? await api.post<Answer>(send, output) : await send(output, attemptFor(output))
    if (result.ok) {
      setFailure(null)
      attempt.current = null
      const typedOn = !sameWords(form.getValues(), words)
      if (typedOn) kept.forgetRestored()
      else kept.drop()
      setSaved(!typedOn)
      const done = await onDone(result.value, output, typedOn)
      if (done === "leaving") setLeaving(true)
      if (done === "unsaved") setSaved(false)
      else if (typedOn) toast({ text: draft ? `${tail} It is kept here until you save it.` : tail, seconds: 12 })
      if (done === "unsaved" || typedOn) typed()
      return
    }
    const { failure: told } = result
    if (onFailure?.(told, output)) return setFailure(null)
    for (const issue of told.issues ?? [])
      if (issue.path) form.setError(issue.path as FieldPath<Input>, { type: "server", message: issue.message })
    // What is tried again by itself keeps its summary, so that nobody is called to it each time.
    setFailure(now => (now?.code === told.code && byItself.current ? now : draft ? sentLater(told) : told))
  })

  const submit = async (event?: React.BaseSyntheticEvent) => {
    event?.preventDefault()
    // A dialog's form stands in its opener's form for React, though not on the page.
    event?.stopPropagation()
    if (underWay.current || leaving) return
    underWay.current = true
    try {
      await checkedSend(event)
    } finally {
      underWay.current = false
    }
  }
  const tried = draft !== undefined && failure !== null && isAway(failure)
  useEffect(() => {
    if (tried) watch()
  }, [tried])
  useRetry(tried, async () => {
    // Who types on meanwhile is let finish, since the fields may hold still while they are sent.
    if (isTyping() && !sameWords(form.getValues(), sent.current)) return
    byItself.current = true
    await submit()
    byItself.current = false
  })

  return {
    ...form,
    formState: form.formState,
    register,
    submit,
    failure,
    clearFailure: () => setFailure(null),
    busy,
    errorOf: path => messageAt(errors, path),
    focusOn: path => form.setFocus(path as FieldPath<Input>),
    restoredAt: kept.restoredAt,
    discard: () => {
      attempt.current = null
      form.reset()
      kept.drop()
    },
  }
}

const tail = "What you sent is saved. What you typed after that is not saved yet."

const sentLater = (failure: ApiFailure): ApiFailure =>
  isAway(failure)
    ? {
        ...failure,
        sentence: `${awayWords(failure)}, so this is not saved yet. What you typed is kept, and sent by itself when it can be.`,
      }
    : failure

function messageAt(errors: unknown, path: string): string | undefined {
  let at: unknown = errors
  for (const part of path.split(".")) at = (at as Record<string, unknown> | undefined)?.[part]
  const message = (at as { message?: unknown } | undefined)?.message
  return typeof message === "string" ? message : undefined
}
