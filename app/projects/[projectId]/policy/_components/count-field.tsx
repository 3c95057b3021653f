"use client"
import { mostAsked } from "../../../../../lib/domain/policy.ts"
import { TextField } from "../../../../_ui/text-field.tsx"
import type { PolicyForm } from "./policy-fields.tsx"

type Name =
  | `${"documented" | "disputed" | "speculative"}.annotations`
  | `${"documented" | "disputed" | "contested"}.independent`
  | "documented.supporting"

interface Props {
  readonly form: PolicyForm
  readonly name: Name
  readonly label: string
  readonly hint: string
}

/** A number that a policy asks for, as few as one. */
export function CountField({ form, name, label, hint }: Props) {
  return (
    <TextField
      label={label}
      hint={hint}
      type="number"
      inputMode="numeric"
      min={1}
      max={mostAsked}
      className="max-w-24"
      error={form.errorOf(name)}
      {...form.register(name, { valueAsNumber: true })}
    />
  )
}
