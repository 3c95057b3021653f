import type { ComponentProps } from "react"
import { classNames } from "./class-names.ts"
import { Field, type FieldWords } from "./field.tsx"

type Props = FieldWords &
  ComponentProps<"select"> & {
    options: readonly { readonly value: string; readonly label: string }[]
    /** Offers an empty first choice with these words. */
    placeholder?: string
  }

/** A choice out of a list, with the browser's own list: it works on every device and needs no script. */
export function SelectField({
  label,
  hint,
  error,
  optional,
  hideLabel = false,
  options,
  placeholder,
  className,
  ...rest
}: Props) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional ?? false} hideLabel={hideLabel}>
      {wiring => (
        <span className="relative block">
          <select {...rest} {...wiring} className={classNames("control appearance-none pr-9", className)}>
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {options.map(option => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <svg
            aria-hidden
            viewBox="0 0 12 12"
            className="pointer-events-none absolute top-1/2 right-3 size-3 -translate-y-1/2 text-soft"
          >
            <path d="m2 4 4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" />
          </svg>
        </span>
      )}
    </Field>
  )
}
