"use client"
import { type ComponentProps, useId } from "react"
import type { Role } from "../../../../../lib/domain/access.ts"
import { Checkbox } from "../../../../_ui/checkbox.tsx"
import { FieldError } from "../../../../_ui/field-error.tsx"

interface Props {
  readonly legend: string
  readonly people: readonly { readonly id: string; readonly name: string; readonly role: Role }[]
  readonly error?: string | undefined
  /** What `register()` returns. */
  readonly field: ComponentProps<"input">
}

/** A choice of people who label claims. */
export function PeopleChoice({ legend, people, error, field }: Props) {
  const id = useId()
  return (
    <fieldset aria-describedby={error ? id : undefined}>
      <legend className="mb-1.5 font-semibold">{legend}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {people.map(({ id, name, role }) => (
          <Checkbox
            key={id}
            value={id}
            label={
              <>
                {name} <span className="text-soft">({role})</span>
              </>
            }
            {...field}
          />
        ))}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  )
}
