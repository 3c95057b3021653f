import { sourceNames, unitPlaces } from "../db/activity-rows.ts"
import {
  cardAdjudications,
  cardAnnotations,
  cardCitations,
  cardFlags,
  cardRuleFlags,
  sharedCitations,
} from "../db/card-rows.ts"
import { claimFacts, currentPolicy } from "../db/claim-facts.ts"
import { countingLinks, linksOf } from "../db/claim-link-rows.ts"
import { claimRepeats } from "../db/claim-repeats.ts"
import { spanText } from "../db/claim-rows.ts"
import { type Actor, type DocumentPass, isId, readDocument } from "../db/pass.ts"
import { cardPreAnnotations } from "../db/pre-annotation-rows.ts"
import { lastReopening } from "../db/reopening-rows.ts"
import { roundOf } from "../db/round-rows.ts"
import { isOfOtherVersion, type UnitRow, unitById } from "../db/unit-rows.ts"
import { changeSentence } from "../domain/change-sentence.ts"
import { circularReports } from "../domain/circular-reporting.ts"
import type { CitationFact } from "../domain/claim-facts.ts"
import { sameAs } from "../domain/claim-link.ts"
import { fail, ok } from "../domain/failure.ts"
import { type Finding, oneWitness } from "../domain/one-witness.ts"
import { shortened } from "../domain/sentence-words.ts"
import type { Cue, Span, UnitKind } from "../domain/unit.ts"
import { conditionsByLabel, verdictConditions } from "../domain/verdict-conditions.ts"
import { maxParts } from "../schema/annotation-input.ts"
import { findClauses } from "../text/clauses.ts"
import { mentionCues } from "../text/mentions.ts"
import { wordsOf } from "../text/unit-words.ts"
import { changeWords } from "./change-words.ts"
import { ruleSentences } from "./flags.ts"
import { rulesBehind } from "./rules-behind.ts"

/** Everything about one claim: its cues, what was said and cited, its flags and decisions, and what its verdict lacks. */
export const claimCard = (actor: Actor, documentId: string, unitId: string) =>
  readDocument(actor, documentId, "project.read", pass => cardIn(pass, unitId))

/** The same for who is in the document already. */
export async function cardIn(pass: DocumentPass, unitId: string) {
  const unit = isId(unitId) ? await unitById(pass, unitId) : null
  if (!unit)
    return fail({ code: isId(unitId) && (await isOfOtherVersion(pass, unitId)) ? "passage-lost" : "not-found" })
  if (unit.state.retired) return fail({ code: "unit-retired" })
  const { policy } = await currentPolicy(pass)
  const [row] = await claimFacts(pass, pass, [unitId], "seen")
  const annotations = await cardAnnotations(pass, unitId, unit.state)
  const here = annotations.filter(annotation => annotation.unitId === unitId)
  const read = readAgain(await spanText(pass, unit.state), unit.state)
  return ok({
    unit: { ...unit.state, version: unit.version },
    ...read,
    kindByHand: unit.proposedKind !== null && unit.state.kind !== unit.proposedKind,
    rules: rulesBehind({ rules: unit.state.rules, cues: [...unit.state.cues, ...read.mentions] }),
    revision: pass.revision,
    /** The version of the text that its positions are of. */
    number: pass.number,
    /** Whether what others said of it stays unseen until one says something oneself. */
    veiled: row?.veiled ?? false,
    /** The norming round that it is in and that is not over. */
    round: await roundOf(pass, unitId),
    state: row?.state ?? "open",
    verdict: row?.verdict ?? null,
    verdictBy: row?.verdictBy ?? null,
    conditions: row ? verdictConditions(row.facts, policy) : [],
    byLabel: row ? conditionsByLabel(row.facts, policy) : null,
    mine: here.find(({ current, reviewerId }) => current && reviewerId === pass.actor.id) ?? null,
    others: here.filter(({ current, reviewerId }) => current && reviewerId !== pass.actor.id),
    earlier: annotations.filter(({ current, unitId: on }) => !current || on !== unitId),
    suggestions: await suggestionsOn(pass, unitId, unit.state),
    citations: await cardCitations(pass, unitId, unit.state),
    flags: await cardFlags(pass, unit.state),
    ruleFlags: await ruleFlagsOn(pass, unitId),
    adjudications: await cardAdjudications(pass, unitId),
    ...(await linkedOf(pass, unit)),
    said: row?.saidFacts
      ? {
          verdict: row.said,
          conditions: verdictConditions(row.saidFacts, policy).filter(({ code }) => code !== "flag-open"),
        }
      : null,
    findings: row ? await findingsOn(pass, row.facts.citations) : [],
    reopened: !row || row.verdict || row.veiled ? null : await fallOf(pass, unitId),
  })
}

/** What files suggest for the claim, with the words that each marks when these are not the claim's own. */
async function suggestionsOn(pass: DocumentPass, unitId: string, span: Span) {
  const found = await cardPreAnnotations(pass, unitId, span)
  return Promise.all(
    found.map(async ({ number, start, end, ...said }) => {
      const elsewhere = number !== pass.number || (start <= span.start && end >= span.end)
      return { ...said, words: elsewhere ? null : shortened(await spanText(pass, { start, end })) }
    }),
  )
}

/** What rules flag the claim for, each with a sentence that says what it found. */
async function ruleFlagsOn(pass: DocumentPass, unitId: string) {
  const flags = await cardRuleFlags(pass, unitId)
  if (flags.length === 0) return []
  const sentenceOf = await ruleSentences(pass, flags)
  return flags.map(({ id, reason }) => ({ id, reason, found: sentenceOf(id) }))
}

/** What people said of this claim and others, the evidence that it shares, and what is proposed beyond that. */
async function linkedOf(pass: DocumentPass, unit: UnitRow) {
  const { id } = unit.state
  const links = await linksOf(pass, id)
  const words = await unitPlaces(
    pass,
    links.map(({ unitId }) => unitId),
  )
  const same = [...sameAs(await countingLinks(pass), [id])].filter(one => one !== id)
  const known = new Set(links.map(({ unitId }) => unitId))
  const { listed, more } = await claimRepeats(pass, unit)
  return {
    links: links.map(link => ({ ...link, quote: words.get(link.unitId)?.quote ?? "" })),
    shared: same.length > 0 ? await sharedCitations(pass, same) : [],
    repeats: { listed: listed.filter(({ unitId }) => !known.has(unitId)), more },
  }
}

/** What is to be known of the evidence that no condition asks for: that it is one witness, or reports in a circle. */
async function findingsOn(pass: DocumentPass, citations: readonly CitationFact[]): Promise<readonly Finding[]> {
  const ids = citations.flatMap(({ sourceId, rootIds }) => [sourceId, ...rootIds])
  const names = await sourceNames(pass, [...new Set(ids)])
  const nameOf = (id: string) => shortened(names.get(id) ?? "")
  const alone = oneWitness(citations, nameOf)
  return [...(alone ? [alone] : []), ...circularReports(citations, nameOf)]
}

/** What brought the claim's verdict down, when it had one and has none now. */
async function fallOf(pass: DocumentPass, unitId: string) {
  const row = await lastReopening(pass, unitId)
  if (!row) return null
  const { change, actorId, actor, label, at } = row
  const words = await changeWords(pass, [change])
  return { label, at, actor, sentence: changeSentence(change, words(actorId)) }
}

/** A sub-claim that may be split off; `subject` are the words before it that it takes its subject from. */
export interface ProposedPart extends Span {
  readonly subject: Span | null
}

/**
 * What is read in a claim's text anew and stored nowhere: the sub-claims that the splitter proposes, none when there is
 * nothing to split or too much for anybody to check, and the names and numbers.
 */
function readAgain(
  text: string,
  { start: by, kind, cues }: Span & { readonly kind: UnitKind; readonly cues: readonly Cue[] },
): { readonly clauses: readonly ProposedPart[]; readonly mentions: readonly Cue[] } {
  if (kind !== "claim" && kind !== "opinion") return { clauses: [], mentions: [] }
  const words = wordsOf(text, 0, text.length)
  const moved = ({ start, end }: Span): Span => ({ start: start + by, end: end + by })
  const here = cues.map(cue => ({ kind: cue.kind, start: cue.start - by, end: cue.end - by }))
  const clauses = findClauses(text, { start: 0, end: text.length, kind }, words, [])
  return {
    clauses:
      clauses.length > maxParts
        ? []
        : clauses.map(clause => ({
            ...moved(clause),
            subject: clause.spans.length > 1 ? moved(clause.spans[0] as Span) : null,
          })),
    mentions: mentionCues(text, 0, text.length, words, here).map(cue => ({ ...cue, ...moved(cue) })),
  }
}

type Answer = Awaited<ReturnType<typeof claimCard>>
export type Card = Extract<Answer, { ok: true }>["value"]
