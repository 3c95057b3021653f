import { type ComponentProps, useId } from "react"
import type { FieldWords } from "./field.tsx"
import { FieldError } from "./field-error.tsx"

/** A yes or no. Takes what `register()` of react-hook-form returns. */
export function Checkbox({ label, hint, error, optional: _, ...rest }: FieldWords & ComponentProps<"input">) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ")
  return (
    <div className="grid grid-cols-[auto_1fr] gap-x-2.5 gap-y-0.5">
      <input
        {...rest}
        id={id}
        type="checkbox"
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
        className="mt-0.5 size-4.5 accent-accent"
      />
      <label htmlFor={id}>{label}</label>
      <div className="col-start-2">
        {hint && (
          <p id={`${id}-hint`} className="text-sm text-soft">
            {hint}
          </p>
        )}
        <FieldError id={`${id}-error`} error={error} />
      </div>
    </div>
  )
}
