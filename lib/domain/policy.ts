import type { MinimumCredibility, MinimumReliability } from "./grade.ts"
import type { SourceKind } from "./source.ts"

/**
 * How many of the complete labels have to be the same: all, so that nobody may dissent, at least two thirds of them, or
 * more than half. Dissent is kept in every case.
 */
export const agreements = ["majority", "two-thirds", "all"] as const
export type Agreement = (typeof agreements)[number]

/** The highest number that a rule can ask for; each asks for one at least. */
export const mostAsked = 9

/** How many people a label takes, and how far they have to agree. */
export interface VoteRule {
  /** How many people have to agree, 1 to 9. */
  readonly annotations: number
  readonly agreement: Agreement
}

/** What supports a claim as “documented”: citations that meet every minimum, and how many witnesses they are. */
export interface DocumentedRule extends VoteRule {
  /** How many supporting citations, 1 to 9: a label needs a reason. */
  readonly supporting: number
  /** How many of their sources have to be independent of one another, 1 to 9. */
  readonly independent: number
  /** The kinds of source that count; every kind when none is named. */
  readonly kinds: readonly SourceKind[]
  /** How reliable a source has to be to count; null for any. What is unknown satisfies no minimum. */
  readonly grade: MinimumReliability | null
  /** How credible what it says has to be to count; null for any. What is unknown satisfies no minimum. */
  readonly credibility: MinimumCredibility | null
}

export interface DisputedRule extends VoteRule {
  /** "cited": a citation for each side is needed; "reasoned": a rationale may stand in for a missing side. */
  readonly evidence: "cited" | "reasoned"
  /**
   * How many independent sources have to dispute the claim for that side to count as cited, 1 to 9. For the other side
   * one is enough, so that more support never makes a dissent count that did not.
   */
  readonly independent: number
}

/** What makes a claim contested, so that it needs the editors: labels that differ, sources that differ, or both. */
export interface ContestedRule {
  /** Whether a claim is contested when complete labels differ and none of them wins; else it stays in review. */
  readonly votes: boolean
  /**
   * Whether a claim that has supporting evidence is contested when sources dispute it too. It can be disputed by the
   * reviewers' labels then, and nothing else without an editor's decision.
   */
  readonly evidence: boolean
  /** How many independent sources have to dispute it for that, 1 to 9. */
  readonly independent: number
  /** How reliable they have to be; null for any. */
  readonly grade: MinimumReliability | null
}

/**
 * A project's rules for a verdict. Every edit makes a new version; a verdict names the version it was computed under.
 * That "documented" needs a citation and "speculative" a rationale, and that a confirmed contradiction needs an editor
 * before "documented" can stand, is true under every policy and no rule to choose.
 */
export interface Policy {
  readonly documented: DocumentedRule
  readonly disputed: DisputedRule
  readonly speculative: VoteRule
  readonly contested: ContestedRule
  /** Whether an editor may adjudicate a claim that they annotated themselves. */
  readonly adjudicateOwn: boolean
}

export const defaultPolicy: Policy = {
  documented: {
    annotations: 2,
    agreement: "majority",
    supporting: 1,
    independent: 1,
    kinds: [],
    grade: null,
    credibility: null,
  },
  disputed: { annotations: 2, agreement: "majority", evidence: "reasoned", independent: 1 },
  speculative: { annotations: 2, agreement: "majority" },
  contested: { votes: true, evidence: false, independent: 1, grade: null },
  adjudicateOwn: true,
}

/** A policy in the rules that there were before evidence was weighed: one rule for the votes on every label. */
export interface EarlierPolicy {
  readonly annotations: number
  readonly agreement: "all" | "majority"
  readonly supporting: number
  readonly disputed: "cited" | "reasoned"
  readonly adjudicateOwn: boolean
}

/** As policies are stored, in their table and in the history. */
export type StoredPolicy = Policy | EarlierPolicy

/** A policy as it was stored, in the rules that there are now and with the meaning that it had. */
export function storedPolicy(stored: StoredPolicy): Policy {
  if ("documented" in stored) return stored
  const { annotations, agreement, supporting, disputed, adjudicateOwn } = stored
  const vote = { annotations, agreement }
  return {
    documented: { ...defaultPolicy.documented, ...vote, supporting: Math.max(1, supporting) },
    disputed: { ...defaultPolicy.disputed, ...vote, evidence: disputed },
    speculative: vote,
    contested: defaultPolicy.contested,
    adjudicateOwn,
  }
}
