import { useId } from "react"
import type { ChoiceProps } from "./choice.ts"
import { FieldError } from "./field-error.tsx"

/** A choice among two to five short words in one row: radios under the hood, so the arrow keys move in it. */
export function Segmented({
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
    <fieldset aria-describedby={described || undefined} className="min-w-0">
      <legend className={hideLegend ? "sr-only" : "mb-1.5 font-semibold"}>{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} className="mb-1.5 text-sm text-soft">
          {hint}
        </p>
      )}
      <div className="inline-flex max-w-full flex-wrap divide-x divide-line rounded-md border border-line">
        {choices.map(choice => (
          <label
            key={choice.value}
            className="relative px-3 py-1.5 text-sm text-soft first:rounded-l-md last:rounded-r-md hover:bg-wash has-checked:bg-wash has-checked:font-semibold has-checked:text-ink has-checked:underline has-checked:decoration-accent has-checked:decoration-2 has-checked:underline-offset-4 has-focus-visible:outline-2 has-focus-visible:outline-focus has-disabled:opacity-55"
          >
            <input
              {...rest}
              type="radio"
              name={name ?? id}
              value={choice.value}
              disabled={choice.disabled ?? rest.disabled}
              className="absolute inset-0 size-full cursor-pointer opacity-0"
              {...(value !== undefined && { checked: value === choice.value })}
              {...(defaultValue !== undefined && { defaultChecked: defaultValue === choice.value })}
            />
            {choice.label}
            {choice.detail && <span className="block text-xs font-normal">{choice.detail}</span>}
          </label>
        ))}
      </div>
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  )
}
