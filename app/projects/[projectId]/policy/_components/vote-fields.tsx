"use client"
import type { Label } from "../../../../../lib/domain/label.ts"
import { agreementChoices } from "../../../../../lib/domain/policy-words.ts"
import { SelectField } from "../../../../_ui/select-field.tsx"
import { CountField } from "./count-field.tsx"
import type { PolicyForm } from "./policy-fields.tsx"

/** How many people a label takes, and how far they have to agree. */
export function VoteFields({ form, of }: { form: PolicyForm; of: Label }) {
  const agreement = `${of}.agreement` as const
  return (
    <>
      <CountField
        form={form}
        name={`${of}.annotations`}
        label={`Reviewers who must agree on “${of}”`}
        hint="How many people have to give a claim this label, 1 to 9."
      />
      <SelectField
        label={`Agreement on “${of}”`}
        hint="How many of the labels have to be this one. Dissent is kept and goes into the export."
        options={agreementChoices}
        error={form.errorOf(agreement)}
        {...form.register(agreement)}
      />
    </>
  )
}
