/**
 * A project's rules for a verdict. Every edit makes a new version; a verdict names the version it was computed under.
 * That "documented" needs a citation and "speculative" a rationale is true under every policy and no rule to choose.
 */
export interface Policy {
  /** How many people have to agree, 1 to 9. */
  readonly annotations: number
  /** "all": nobody may dissent; "majority": more than half of the complete annotations. Dissent is kept in either case. */
  readonly agreement: "all" | "majority"
  /** How many supporting citations "documented" needs, 1 to 9: a label needs a reason. */
  readonly supporting: number
  /** "cited": "disputed" needs a citation for each side; "reasoned": a rationale may stand in for a missing side. */
  readonly disputed: "cited" | "reasoned"
  /** Whether an editor may adjudicate a claim that they annotated themselves. */
  readonly adjudicateOwn: boolean
}

export const defaultPolicy: Policy = {
  annotations: 2,
  agreement: "majority",
  supporting: 1,
  disputed: "reasoned",
  adjudicateOwn: true,
}

/** A policy as it was stored, in the rules that there are now: rules that are no more are left out. */
export const storedPolicy = ({ annotations, agreement, supporting, disputed, adjudicateOwn }: Policy): Policy => ({
  annotations,
  agreement,
  supporting: Math.max(1, supporting),
  disputed,
  adjudicateOwn,
})
