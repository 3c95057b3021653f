"use client"
import type { ReactNode } from "react"
import type { FieldValues } from "react-hook-form"
import { ConflictPanel } from "./conflict-panel.tsx"
import { dateWords } from "./date-words.ts"
import { FormFrame } from "./form-frame.tsx"
import type { MergeField } from "./record-merge.ts"
import type { FormConflict, SharedForm } from "./use-shared-form.ts"

interface Props<Words extends FieldValues, Output> {
  readonly shared: SharedForm<Words, Output>
  readonly fields: readonly MergeField<Words>[]
  readonly className?: string
  readonly children: ReactNode
}

/** A form about something that others may change too; while there are two versions of it, these stand in its place. */
export function SharedFormFrame<Words extends FieldValues, Output>(props: Props<Words, Output>) {
  const { shared, fields, className, children } = props
  const { form, conflict, settle, keepTheirs } = shared
  return (
    <FormFrame
      form={form}
      {...(className && { className })}
      instead={
        conflict && (
          <ConflictPanel
            key={JSON.stringify(conflict.theirs.token)}
            fields={fields}
            base={conflict.base}
            theirs={conflict.theirs.words}
            mine={conflict.mine}
            happened={happened(conflict)}
            busy={form.busy}
            onSettle={settle}
            onTheirs={keepTheirs}
          />
        )
      }
    >
      {children}
    </FormFrame>
  )
}

const happened = ({ by, typedAt }: Pick<FormConflict<object>, "by" | "typedAt">) =>
  typedAt === null
    ? `${by ?? "Somebody"} saved a change in the meantime.`
    : `This was changed since you typed your version on ${dateWords(new Date(typedAt), "minute")} UTC.`
