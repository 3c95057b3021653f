import type { ComponentProps } from "react"
import { classNames } from "./class-names.ts"
import { Field, type FieldWords } from "./field.tsx"

type Props = FieldWords &
  ComponentProps<"textarea"> & {
    /** Sets what is typed in the book face: for quotations and texts. */
    text?: boolean
  }

/** A field of several lines that grows with what is typed, up to most of the window. */
export function TextArea({ label, hint, error, optional, text, className, ...rest }: Props) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional ?? false}>
      {wiring => (
        <textarea
          rows={3}
          {...rest}
          {...wiring}
          className={classNames(
            "control field-sizing-content max-h-[70vh] min-h-20 resize-y",
            text && "font-text",
            className,
          )}
        />
      )}
    </Field>
  )
}
