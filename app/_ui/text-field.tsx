import type { ComponentProps } from "react"
import { classNames } from "./class-names.ts"
import { Field, type FieldWords } from "./field.tsx"

/** A field of one line. Takes what `register()` of react-hook-form returns, and every property of an input. */
export function TextField({ label, hint, error, optional, className, ...rest }: FieldWords & ComponentProps<"input">) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional ?? false}>
      {wiring => <input type="text" {...rest} {...wiring} className={classNames("control", className)} />}
    </Field>
  )
}
