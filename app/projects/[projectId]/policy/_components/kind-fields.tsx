"use client"
import { useId } from "react"
import { sourceKindChoices } from "../../../../../lib/domain/source-words.ts"
import { FieldError } from "../../../../_ui/field-error.tsx"
import type { PolicyForm } from "./policy-fields.tsx"

/** The kinds of source that count for “documented”. */
export function KindFields({ form }: { form: PolicyForm }) {
  const id = useId()
  const error = form.errorOf("documented.kinds")
  return (
    <fieldset
      aria-describedby={[`${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ")}
      className="grid gap-2"
    >
      <legend className="mb-1.5 font-semibold">Kinds of source that count for “documented”</legend>
      <p id={`${id}-hint`} className="-mt-1 text-sm text-soft">
        None ticked means that every kind counts.
      </p>
      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {sourceKindChoices.map(({ value, label }) => (
          <label key={value} className="grid grid-cols-[auto_1fr] gap-x-2.5">
            <input
              type="checkbox"
              value={value}
              className="mt-0.5 size-4.5 accent-accent"
              {...form.register("documented.kinds")}
            />
            {label}
          </label>
        ))}
      </div>
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  )
}
