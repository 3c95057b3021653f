"use client"
import { type ReactNode, useState } from "react"
import { Field, type FieldWords } from "./field.tsx"
import { LazyPart, type LoadPart } from "./lazy-part.tsx"

/** One row of a combobox's list. */
export interface ComboboxOption {
  readonly id: string
  readonly label: string
  readonly detail?: ReactNode
}

export type ComboboxProps = FieldWords & {
  readonly value: ComboboxOption | null
  readonly onChange: (option: ComboboxOption | null) => void
  /**
   * The options for what was typed, best first; also asked with "" when the list opens. It is asked
   * again while typing, and `signal` ends what is no longer wanted. It may throw: the list says so.
   */
  readonly search: (query: string, signal: AbortSignal) => Promise<readonly ComboboxOption[]>
  /** Offers a last row that makes a new one of what was typed. */
  readonly onCreate?: (query: string) => void
  /** The words of that row; `Add “…”` unless told. */
  readonly createLabel?: (query: string) => string
  readonly placeholder?: string
  readonly disabled?: boolean
}

/** What was begun before the code was there: whether the field has the focus, and what was typed. */
export interface ComboboxStart {
  readonly focused: boolean
  readonly text: string
}

const load: LoadPart<ComboboxProps & { start: ComboboxStart }> = () =>
  import("./combobox-field.tsx").then(module => module.ComboboxField)

/** A field that searches while one types and takes one of the results. Its code is fetched when it is rendered. */
export function Combobox(props: ComboboxProps) {
  const { label, hint, error, optional, value, placeholder, disabled } = props
  const [start, setStart] = useState<ComboboxStart>({ focused: false, text: "" })
  const meanwhile = (
    <Field label={label} hint={hint} error={error} optional={optional ?? false}>
      {wiring => (
        <input
          {...wiring}
          className="control pr-9"
          placeholder={placeholder}
          disabled={disabled}
          value={start.text || (value?.label ?? "")}
          onFocus={() => setStart({ ...start, focused: true })}
          onBlur={() => setStart({ ...start, focused: false })}
          onChange={event => setStart({ focused: true, text: event.currentTarget.value })}
        />
      )}
    </Field>
  )
  return <LazyPart load={load} props={{ ...props, start }} meanwhile={meanwhile} />
}
