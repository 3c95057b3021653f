import fc from "fast-check"
import { minimumCredibilities, minimumReliabilities } from "../../lib/domain/grade.ts"
import {
  agreements,
  type ContestedRule,
  type DisputedRule,
  type DocumentedRule,
  defaultPolicy,
  type Policy,
  type VoteRule,
} from "../../lib/domain/policy.ts"
import { sourceKinds } from "../../lib/domain/source.ts"

/** What a test says of a policy; the rules for votes may be said once for all labels. */
export interface PolicyWords extends Partial<VoteRule> {
  readonly supporting?: number
  readonly documented?: Partial<DocumentedRule>
  readonly disputed?: DisputedRule["evidence"] | Partial<DisputedRule>
  readonly speculative?: Partial<VoteRule>
  readonly contested?: Partial<ContestedRule>
  readonly adjudicateOwn?: boolean
}

/** The default policy but for what is said: `policyOf({ annotations: 1, disputed: "cited" })`. */
export function policyOf({ annotations, agreement, supporting, ...words }: PolicyWords): Policy {
  const vote = { ...(annotations && { annotations }), ...(agreement && { agreement }) }
  const disputed = typeof words.disputed === "string" ? { evidence: words.disputed } : words.disputed
  return {
    documented: { ...defaultPolicy.documented, ...vote, ...(supporting && { supporting }), ...words.documented },
    disputed: { ...defaultPolicy.disputed, ...vote, ...disputed },
    speculative: { ...defaultPolicy.speculative, ...vote, ...words.speculative },
    contested: { ...defaultPolicy.contested, ...words.contested },
    adjudicateOwn: words.adjudicateOwn ?? defaultPolicy.adjudicateOwn,
  }
}

const vote = { annotations: fc.integer({ min: 1, max: 4 }), agreement: fc.constantFrom(...agreements) }
const few = fc.integer({ min: 1, max: 3 })
const grade = fc.option(fc.constantFrom(...minimumReliabilities))

/** Any policy that a project can have. */
export const policies: fc.Arbitrary<Policy> = fc.record({
  documented: fc.record({
    ...vote,
    supporting: few,
    independent: few,
    kinds: fc.subarray([...sourceKinds], { maxLength: 3 }),
    grade,
    credibility: fc.option(fc.constantFrom(...minimumCredibilities)),
  }),
  disputed: fc.record({ ...vote, evidence: fc.constantFrom("cited", "reasoned"), independent: few }),
  speculative: fc.record(vote),
  contested: fc.record({ votes: fc.boolean(), evidence: fc.boolean(), independent: few, grade }),
  adjudicateOwn: fc.boolean(),
})
