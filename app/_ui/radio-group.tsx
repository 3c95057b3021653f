import { useId } from "react"
import type { ChoiceProps } from "./choice.ts"
import { FieldError } from "./field-error.tsx"

/** A choice among a few, one a line, each with what it means. */
export function RadioGroup({
  legend,
  hideLegend,
  hint,
  error,
  choices,
  value,
  defaultValue,
  name,
  ...rest
}: ChoiceProps) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ")
  return (
    <fieldset aria-describedby={described || undefined} className="grid gap-2">
      <legend className={hideLegend ? "sr-only" : "mb-1.5 font-semibold"}>{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} className="-mt-1 text-sm text-soft">
          {hint}
        </p>
      )}
      {choices.map(choice => (
        <label key={choice.value} className="grid grid-cols-[auto_1fr] gap-x-2.5 has-disabled:text-soft">
          <input
            {...rest}
            type="radio"
            name={name ?? id}
            value={choice.value}
            disabled={choice.disabled ?? rest.disabled}
            className="mt-0.5 size-4.5 accent-accent"
            {...(value !== undefined && { checked: value === choice.value })}
            {...(defaultValue !== undefined && { defaultChecked: defaultValue === choice.value })}
          />
          <span>
            {choice.label}
            {choice.detail && <span className="block text-sm text-soft">{choice.detail}</span>}
          </span>
        </label>
      ))}
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  )
}
