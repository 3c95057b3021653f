import { type ReactNode, useId } from "react"
import { FieldError } from "./field-error.tsx"

/** What the control inside a field has to carry so that label, hint and error belong to it. */
export interface FieldWiring {
  readonly id: string
  readonly "aria-describedby": string | undefined
  readonly "aria-invalid": boolean | undefined
}

export interface FieldWords {
  readonly label: ReactNode
  /** What to write, or what happens with it; stays visible while typing. */
  readonly hint?: ReactNode
  readonly error?: string | undefined
  /** Fields are required unless their label says "optional". */
  readonly optional?: boolean
  /** Keeps the label for screen readers only, where the place says what the field is. */
  readonly hideLabel?: boolean
}

/** A label, a hint, a control and its error, wired together. */
export function Field({
  label,
  hint,
  error,
  optional,
  hideLabel,
  children,
}: FieldWords & { children: (wiring: FieldWiring) => ReactNode }) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ")
  return (
    <div className="grid gap-1.5">
      <label id={`${id}-label`} htmlFor={id} className={hideLabel ? "sr-only" : "font-semibold"}>
        {label}
        {optional && <span className="font-normal text-soft"> (optional)</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-soft">
          {hint}
        </p>
      )}
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  )
}
