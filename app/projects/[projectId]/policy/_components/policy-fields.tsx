"use client"
import type { ReactNode } from "react"
import type { Policy } from "../../../../../lib/domain/policy.ts"
import { Checkbox } from "../../../../_ui/checkbox.tsx"
import { RadioGroup } from "../../../../_ui/radio-group.tsx"
import type { ApiForm } from "../../../../_ui/use-api-form.ts"
import { CountField } from "./count-field.tsx"
import { KindFields } from "./kind-fields.tsx"
import { CredibilityField, ReliabilityField } from "./minimum-fields.tsx"
import { VoteFields } from "./vote-fields.tsx"

/** The form in which a policy is changed. */
export type PolicyForm = ApiForm<Policy, Policy>

/** The rules of a policy, one field each, in the order in which the sentences above say them. */
export function PolicyFields({ form }: { form: PolicyForm }) {
  const { register, errorOf } = form
  return (
    <>
      <Group title="Documented">
        <VoteFields form={form} of="documented" />
        <CountField
          form={form}
          name="documented.supporting"
          label="Supporting citations for “documented”"
          hint="At least this many, 1 to 9. Only those count that meet the minimums below."
        />
        <CountField
          form={form}
          name="documented.independent"
          label="Independent sources for “documented”"
          hint="1 to 9. Sources are independent when none derives from another and no two share an origin."
        />
        <KindFields form={form} />
        <ReliabilityField form={form} name="documented.grade" label="Least reliability of a source for “documented”" />
        <CredibilityField form={form} />
      </Group>
      <Group title="Disputed">
        <VoteFields form={form} of="disputed" />
        <RadioGroup
          legend="What “disputed” needs"
          choices={[
            { value: "reasoned", label: "Citations on both sides, or a rationale that gives both" },
            { value: "cited", label: "Citations on both sides" },
          ]}
          error={errorOf("disputed.evidence")}
          {...register("disputed.evidence")}
        />
        <CountField
          form={form}
          name="disputed.independent"
          label="Independent sources against a “disputed” claim"
          hint="How many make the side against it, 1 to 9. One citation is enough for the other side."
        />
      </Group>
      <Group title="Speculative">
        <VoteFields form={form} of="speculative" />
      </Group>
      <Group title="Contested">
        <Checkbox
          label="A claim is contested when reviewers give different labels and none wins"
          hint="Otherwise it stays in review."
          error={errorOf("contested.votes")}
          {...register("contested.votes")}
        />
        <Checkbox
          label="A claim is contested when it has support and sources dispute it too"
          hint="The reviewers can still agree that it is disputed; any other label then needs an editor."
          error={errorOf("contested.evidence")}
          {...register("contested.evidence")}
        />
        <CountField
          form={form}
          name="contested.independent"
          label="Independent sources that make a claim contested"
          hint="How many have to dispute it, 1 to 9. Matters only when the box above is ticked."
        />
        <ReliabilityField
          form={form}
          name="contested.grade"
          label="Least reliability of sources that make a claim contested"
        />
      </Group>
      <Group title="Decisions">
        <Checkbox
          label="An editor may decide on a claim that they labelled themselves"
          error={errorOf("adjudicateOwn")}
          {...register("adjudicateOwn")}
        />
      </Group>
    </>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-5 border-t border-rule pt-4">
      <h3 className="font-text text-xl">{title}</h3>
      {children}
    </section>
  )
}
