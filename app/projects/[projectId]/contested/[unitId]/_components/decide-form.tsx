"use client"
import type { DecisionWay } from "../../../../../../lib/domain/decision-way.ts"
import { wayWords } from "../../../../../../lib/domain/decision-way.ts"
import { type Label, labels } from "../../../../../../lib/domain/label.ts"
import type { ContestedClaimPage } from "../../../../../../lib/queries/contested-claim.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { Checkbox } from "../../../../../_ui/checkbox.tsx"
import { KeySign } from "../../../../../_ui/key-sign.tsx"
import { RadioGroup } from "../../../../../_ui/radio-group.tsx"
import type { MergeField } from "../../../../../_ui/record-merge.ts"
import { Segmented } from "../../../../../_ui/segmented.tsx"
import { SharedFormFrame } from "../../../../../_ui/shared-form-frame.tsx"
import { TextArea } from "../../../../../_ui/text-area.tsx"
import { TextLink } from "../../../../../_ui/text-link.tsx"
import { sentenceCase } from "../../../documents/[documentId]/_room/words.ts"
import { annotatorsOf } from "./annotators.ts"
import type { Decision, DecisionWords } from "./use-decision.ts"

interface Props {
  readonly page: ContestedClaimPage
  readonly room: string
  readonly decision: Decision
  readonly goesOn: boolean
  readonly onGoesOn: (goesOn: boolean) => void
}

/** How one decides, on which label, and why. */
export function DecideForm({ page, room, decision, goesOn, onGoesOn }: Props) {
  const { shared, words, choose, setLabel } = decision
  const { form } = shared
  const names = new Map(annotatorsOf(page).map(({ reviewerId, reviewer }) => [reviewerId, reviewer]))
  const followed = words.follows.map(id => names.get(id) ?? "somebody")
  const lacks = words.label ? page.lacks[words.label] : []
  const fields: readonly MergeField<DecisionWords>[] = [
    { path: "how", label: "How", say: ({ how, follows }) => wayWords(how || null, namesOf(follows)) || "no decision" },
    { path: "label", label: "Decision", say: ({ label }) => label || "no decision: it was reopened" },
    { path: "follows", label: "Whom it follows", say: ({ follows }) => namesOf(follows).join(", ") || "nobody" },
    { path: "reason", label: "Reason", kind: "text" },
  ]
  const namesOf = (ids: readonly string[]) => ids.map(id => names.get(id) ?? "somebody")
  const standing = page.card.adjudications.some(({ current }) => current)
  return (
    <section aria-labelledby="decide" className="border-t-3 border-ink pt-4" data-decision="">
      <h2 id="decide" className="mb-4 text-xl">
        {standing ? "Decide again" : "Decide"}
      </h2>
      <SharedFormFrame shared={shared} fields={fields} className="gap-5">
        <RadioGroup
          legend="How"
          name="how"
          value={words.how ?? ""}
          error={form.errorOf("how") ?? form.errorOf("follows")}
          onChange={({ target }) => choose(target.value as DecisionWay)}
          choices={ways.map(({ value, label, key, detail }) => ({
            value,
            label: (
              <>
                {label} <KeySign>{key}</KeySign>
              </>
            ),
            detail: (value === words.how && wayWords(words.how, followed)) || detail,
          }))}
        />
        <Segmented
          legend="Label"
          name="label"
          value={words.label ?? ""}
          error={form.errorOf("label")}
          onChange={({ target }) => setLabel(target.value as Label)}
          choices={labels.map((value, at) => ({
            value,
            label: (
              <>
                {sentenceCase(value)} <KeySign>{at + 1}</KeySign>
              </>
            ),
          }))}
        />
        {lacks.map(({ code, sentence, mend }) => (
          <p key={code} className="border-l-3 border-accent pl-3">
            {sentence} A decision needs that too.{" "}
            {mend && (
              <TextLink href={`${room}${mend.kind === "cite" ? "#evidence" : ""}`}>Cite it in the text</TextLink>
            )}
          </p>
        ))}
        <TextArea
          label={
            <>
              Reason <KeySign>r</KeySign>
            </>
          }
          hint={
            words.how === "against"
              ? "Say why none of them is right. It goes into the export beside the dissent."
              : "It goes into the export beside the dissent."
          }
          error={form.errorOf("reason")}
          {...form.register("reason")}
        />
        <Checkbox
          label="Go on to the next contested claim then"
          checked={goesOn}
          onChange={({ target }) => onGoesOn(target.checked)}
        />
        <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
          Decide <KeySign>Ctrl Enter</KeySign>
        </Button>
      </SharedFormFrame>
    </section>
  )
}

const ways = [
  { value: "take", label: "Take one annotator’s label and reasons", key: "t", detail: "Choose it in their column." },
  { value: "combine", label: "Combine several", key: "b", detail: "Tick whom you follow in their columns." },
  { value: "against", label: "Decide against all of them", key: "a", detail: "Also with a label that nobody gave." },
  { value: "disputed", label: "Disputed is the finding", key: "d", detail: "The disagreement itself is the answer." },
] as const
