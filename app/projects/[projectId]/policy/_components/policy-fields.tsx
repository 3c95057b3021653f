"use client"
import type * as z from "zod"
import type { policyWords } from "../../../../../lib/schema/project-input.ts"
import { Checkbox } from "../../../../_ui/checkbox.tsx"
import { RadioGroup } from "../../../../_ui/radio-group.tsx"
import { TextField } from "../../../../_ui/text-field.tsx"
import type { ApiForm } from "../../../../_ui/use-api-form.ts"

type Words = z.input<typeof policyWords>

/** The rules of a policy, one field each. */
export function PolicyFields({ form }: { form: ApiForm<Words, z.output<typeof policyWords>> }) {
  const { register, errorOf } = form
  return (
    <>
      <TextField
        label="Reviewers who must agree"
        hint="How many people have to give a claim the same label, 1 to 9."
        type="number"
        inputMode="numeric"
        min={1}
        max={9}
        className="max-w-24"
        error={errorOf("annotations")}
        {...register("annotations", { valueAsNumber: true })}
      />
      <RadioGroup
        legend="Agreement"
        choices={[
          { value: "majority", label: "A majority is enough", detail: "Dissent is kept and goes into the export." },
          { value: "all", label: "Nobody may disagree", detail: "A different label makes the claim contested." },
        ]}
        error={errorOf("agreement")}
        {...register("agreement")}
      />
      <TextField
        label="Supporting citations for “documented”"
        hint="At least this many, 1 to 9."
        type="number"
        inputMode="numeric"
        min={1}
        max={9}
        className="max-w-24"
        error={errorOf("supporting")}
        {...register("supporting", { valueAsNumber: true })}
      />
      <RadioGroup
        legend="What “disputed” needs"
        choices={[
          { value: "reasoned", label: "Citations on both sides, or a rationale that gives both" },
          { value: "cited", label: "Citations on both sides" },
        ]}
        error={errorOf("disputed")}
        {...register("disputed")}
      />
      <Checkbox
        label="An editor may decide on a claim that they labelled themselves"
        error={errorOf("adjudicateOwn")}
        {...register("adjudicateOwn")}
      />
    </>
  )
}
