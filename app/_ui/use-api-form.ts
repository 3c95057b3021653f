"use client"
import { zodResolver } from "@hookform/resolvers/zod"
import { useState } from "react"
import { type DefaultValues, type FieldPath, type FieldValues, type UseFormReturn, useForm } from "react-hook-form"
import type { ZodType } from "zod"
import { type ApiFailure, type ApiResult, api } from "./api.ts"

interface Options<Input extends FieldValues, Output, Answer> {
  readonly schema: ZodType<Output, Input>
  readonly defaultValues: DefaultValues<Input>
  /** The address under /api/v1, or another way of sending what was checked. */
  readonly send: string | ((output: Output) => Promise<ApiResult<Answer>>)
  readonly onDone: (answer: Answer, sent: Output) => void | Promise<void>
  /** Handles a failure of its own kind, a conflict for example; true keeps it out of the summary. */
  readonly onFailure?: (failure: ApiFailure, sent: Output) => boolean
}

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
}

/**
 * A form that is checked by the same schema here and on the server, and sent as JSON. The server's issues
 * land at their fields, everything else in the summary; what was typed stays in every case.
 */
export function useApiForm<Input extends FieldValues, Output, Answer = unknown>(
  options: Options<Input, Output, Answer>,
): ApiForm<Input, Output> {
  const { schema, defaultValues, send, onDone, onFailure } = options
  const form = useForm<Input, unknown, Output>({ resolver: zodResolver(schema), defaultValues })
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const { errors, isSubmitting } = form.formState

  const submit = form.handleSubmit(async output => {
    setFailure(null)
    const result = typeof send === "string" ? await api.post<Answer>(send, output) : await send(output)
    if (result.ok) return void (await onDone(result.value, output))
    if (onFailure?.(result.failure, output)) return
    for (const issue of result.failure.issues ?? [])
      if (issue.path) form.setError(issue.path as FieldPath<Input>, { type: "server", message: issue.message })
    setFailure(result.failure)
  })

  return {
    ...form,
    formState: form.formState,
    submit: async event => (isSubmitting ? event?.preventDefault() : submit(event)),
    failure,
    clearFailure: () => setFailure(null),
    busy: isSubmitting,
    errorOf: path => messageAt(errors, path),
    focusOn: path => form.setFocus(path as FieldPath<Input>),
  }
}

function messageAt(errors: unknown, path: string): string | undefined {
  let at: unknown = errors
  for (const part of path.split(".")) at = (at as Record<string, unknown> | undefined)?.[part]
  const message = (at as { message?: unknown } | undefined)?.message
  return typeof message === "string" ? message : undefined
}
