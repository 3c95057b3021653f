import type { CitationFact } from "./claim-facts.ts"
import { type Condition, condition, type Mend } from "./condition.ts"
import { atLeastCredible, atLeastReliable, isGraded, isRated } from "./grade.ts"
import { witnessesAmong } from "./independence.ts"
import type { DocumentedRule } from "./policy.ts"
import { kindsInWords, orBetter } from "./policy-words.ts"

const cite: Mend = { kind: "cite", stance: "supports" }

/**
 * What "documented" needs of its evidence, one condition for each thing that the rule asks for. Citations are counted
 * by what they all meet: of those of the right kind the reliable ones, of those the credible ones, of those the
 * independent ones. One more citation never lowers a count.
 */
export function supportConditions(citations: readonly CitationFact[], rule: DocumentedRule): readonly Condition[] {
  const supports = citations.filter(({ stance }) => stance === "supports")
  const ofKind = supports.filter(({ kind }) => rule.kinds.length === 0 || rule.kinds.includes(kind))
  const reliable = ofKind.filter(({ grade }) => atLeastReliable(grade, rule.grade))
  const credible = reliable.filter(({ credibility }) => atLeastCredible(credibility, rule.credibility))
  const list = [citedCondition(supports.length, rule.supporting)]
  if (rule.kinds.length > 0) list.push(kindCondition(ofKind.length, rule))
  if (rule.grade !== null) list.push(gradeCondition(ofKind, reliable.length, rule))
  if (rule.credibility !== null) list.push(credibilityCondition(reliable, credible.length, rule))
  if (rule.independent > 1) list.push(independenceCondition(credible, rule.independent))
  return list
}

function citedCondition(has: number, needs: number): Condition {
  const met = has >= needs
  const sentence = met
    ? `${has === 1 ? "One citation supports" : `${has} citations support`} it.`
    : `“Documented” needs ${supporting(needs)}; ${itHas(has)}.`
  return condition("support-cited", met, sentence, cite)
}

function kindCondition(has: number, { kinds, supporting: needs }: DocumentedRule): Condition {
  const met = has >= needs
  const from = `from ${kindsInWords(kinds)}`
  const sentence = met
    ? `${capital(supporting(has))} ${has === 1 ? "is" : "are"} ${from}.`
    : `“Documented” needs ${supporting(needs)} ${from}; ${itHas(has)}.`
  return condition("support-kind", met, sentence, cite)
}

function gradeCondition(ofKind: readonly CitationFact[], has: number, rule: DocumentedRule): Condition {
  const met = has >= rule.supporting
  const ungraded = first(
    ofKind.filter(({ grade }) => !isGraded(grade)),
    ({ sourceId }) => sourceId,
  )
  const from = `from a source graded ${orBetter(rule.grade ?? "")}`
  const sentence = met
    ? `${capital(supporting(has))} ${has === 1 ? "is" : "are each"} ${from}.`
    : `“Documented” needs ${supporting(rule.supporting)}${rule.supporting === 1 ? "" : ", each"} ${from}; ${itHas(has)}.${
        ungraded === null ? "" : " The reliability of a cited source is not judged yet."
      }`
  return condition("support-graded", met, sentence, ungraded === null ? cite : gradeSource(ungraded))
}

function credibilityCondition(reliable: readonly CitationFact[], has: number, rule: DocumentedRule): Condition {
  const met = has >= rule.supporting
  const unrated = first(
    reliable.filter(({ credibility }) => !isRated(credibility)),
    ({ id }) => id,
  )
  const rated = `rated ${orBetter(rule.credibility ?? "")}`
  const sentence = met
    ? `${capital(supporting(has))} ${has === 1 ? "is" : "are"} ${rated}.`
    : `“Documented” needs ${supporting(rule.supporting)} ${rated}; ${itHas(has)}.${
        unrated === null ? "" : " The credibility of a citation is not judged yet."
      }`
  const mend: Mend = unrated === null ? cite : { kind: "rate-citation", citationId: unrated }
  return condition("support-credible", met, sentence, mend)
}

function independenceCondition(credible: readonly CitationFact[], needs: number): Condition {
  const witnesses = witnessesAmong(credible)
  const has = witnesses.length
  const met = has >= needs
  const dependent = first(
    credible.filter(({ sourceId }) => !witnesses.includes(sourceId)),
    ({ sourceId }) => sourceId,
  )
  const why = dependent === null ? "" : " Sources that derive from one another or share an origin are one witness."
  const sentence = met
    ? `${has} independent sources support it.`
    : `“Documented” needs ${needs} independent supporting sources; ${itHas(has)}.${why}`
  const mend: Mend = dependent === null ? cite : { kind: "lineage", sourceId: dependent }
  return condition("support-independent", met, sentence, mend)
}

const gradeSource = (sourceId: string): Mend => ({ kind: "grade-source", sourceId })

/** The first of the ids in their order, so that the order of citations says nothing. */
const first = (citations: readonly CitationFact[], idOf: (citation: CitationFact) => string): string | null =>
  citations.map(idOf).sort()[0] ?? null

const supporting = (n: number) => (n === 1 ? "a supporting citation" : `${n} supporting citations`)
const itHas = (has: number) => `it has ${has === 0 ? "none" : has}`
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
