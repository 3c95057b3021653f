"use client"
import {
  credibilityWords,
  minimumCredibilities,
  minimumReliabilities,
  reliabilityWords,
} from "../../../../../lib/domain/grade.ts"
import { SelectField } from "../../../../_ui/select-field.tsx"
import type { PolicyForm } from "./policy-fields.tsx"

interface Props {
  readonly form: PolicyForm
  readonly name: "documented.grade" | "contested.grade"
  readonly label: string
}

/** How reliable a source has to be at least. */
export function ReliabilityField({ form, name, label }: Props) {
  return (
    <SelectField
      label={label}
      hint="A source that nobody has graded, or that is graded F, meets no minimum."
      placeholder="Any"
      options={minimumReliabilities.map(grade => ({ value: grade, label: `${grade}: ${reliabilityWords[grade]}` }))}
      error={form.errorOf(name)}
      {...form.register(name, { setValueAs: grade => grade || null })}
    />
  )
}

/** How credible what a source says of the claim has to be at least. */
export function CredibilityField({ form }: { form: PolicyForm }) {
  return (
    <SelectField
      label="Least credibility of a citation for “documented”"
      hint="A citation that nobody has rated, or that is rated 6, meets no minimum."
      placeholder="Any"
      options={minimumCredibilities.map(n => ({ value: String(n), label: `${n}: ${credibilityWords[n]}` }))}
      error={form.errorOf("documented.credibility")}
      {...form.register("documented.credibility", { setValueAs: n => (n ? Number(n) : null) })}
    />
  )
}
