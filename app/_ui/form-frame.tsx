"use client"
import type { ReactNode } from "react"
import type { FieldValues } from "react-hook-form"
import { classNames } from "./class-names.ts"
import { FormError } from "./form-error.tsx"
import { RestoredNote } from "./restored-note.tsx"
import type { ApiForm } from "./use-api-form.ts"

interface Props<Input extends FieldValues, Output> {
  readonly form: ApiForm<Input, Output>
  /** Stands in place of the fields, which keep what is in them: two versions between which one has to choose. */
  readonly instead?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** A form with what went wrong and what was restored above its fields. */
export function FormFrame<Input extends FieldValues, Output>(props: Props<Input, Output>) {
  const { form, instead, className = "gap-4", children } = props
  return (
    <form method="post" onSubmit={form.submit} noValidate className={classNames("grid", className)}>
      <FormError failure={form.failure} onIssue={form.focusOn} />
      {!instead && <RestoredNote at={form.restoredAt} onDiscard={form.discard} />}
      {instead}
      <div hidden={Boolean(instead)} className={classNames("grid", className)}>
        {children}
      </div>
    </form>
  )
}
