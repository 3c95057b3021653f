"use client"
import { useEffect, useRef, useState } from "react"
import type { DefaultValues, FieldValues } from "react-hook-form"
import type { ZodType } from "zod"
import { api } from "../../../_ui/api.ts"
import { type ApiForm, useApiForm } from "../../../_ui/use-api-form.ts"

interface Options<Words extends FieldValues, Answer> {
  readonly schema: ZodType<Words, Words>
  readonly words: Words
  /** The version that the words were read with. */
  readonly version: number
  /** The address under /api/v1; it gets the words with the version that was seen. */
  readonly path: string
  readonly onDone: (answer: Answer, words: Words) => void
}

interface VersionedForm<Words extends FieldValues> {
  readonly form: ApiForm<Words, Words>
  /** What somebody else saved in between, beside what was sent from here; null while there is no such thing. */
  readonly conflict: { readonly theirs: Words; readonly mine: Words; readonly by: string | null } | null
  /** Takes over what the other saved; what was typed here is given up. */
  readonly takeTheirs: () => void
  /** Sends what is typed here again, now knowing what it replaces. */
  readonly saveMine: () => void
}

/** A form that says which version it was filled in against, and keeps both states when somebody else was faster. */
export function useVersionedForm<Words extends FieldValues, Answer>(
  options: Options<Words, Answer>,
): VersionedForm<Words> {
  const { schema, words, version, path, onDone } = options
  // A page that is read again doesn't change behind one's back what the form was filled in against.
  const seen = useRef(version)
  const [conflict, setConflict] = useState<(VersionedForm<Words>["conflict"] & { version: number }) | null>(null)
  const form = useApiForm<Words, Words, Answer>({
    schema,
    defaultValues: words as DefaultValues<Words>,
    send: (typed, { requestId }) => api.post<Answer>(path, { requestId, version: seen.current, ...typed }),
    onDone: (answer, sent) => {
      setConflict(null)
      // Every save raises the version by one.
      seen.current += 1
      form.reset(sent)
      onDone(answer, sent)
    },
    onFailure: (failure, mine) => {
      if (failure.code !== "conflict") return false
      const { version, ...theirs } = failure["current"] as Words & { version: number }
      setConflict({ theirs: theirs as unknown as Words, mine, by: failure["by"] as string | null, version })
      return true
    },
  })
  // What others saved is taken over while nothing was typed here.
  const untouched = !form.formState.isDirty && !conflict && !form.busy
  useEffect(() => {
    if (!untouched || version <= seen.current) return
    seen.current = version
    form.reset(words)
  })
  return {
    form,
    conflict,
    takeTheirs: () => {
      if (!conflict) return
      seen.current = conflict.version
      form.reset(conflict.theirs)
      setConflict(null)
    },
    saveMine: () => {
      if (!conflict) return
      seen.current = conflict.version
      void form.submit()
    },
  }
}
