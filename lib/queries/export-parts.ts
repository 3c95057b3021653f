import { apart } from "../db/apart.ts"
import { currentPolicy, factsReader } from "../db/claim-facts.ts"
import { countingLinks } from "../db/claim-link-rows.ts"
import { type ExportFlag, exportFlags, flagsOf } from "../db/export-flags.ts"
import {
  currentText,
  type ExportUnit,
  exportUnits,
  outgoingAnnotations,
  outgoingCitations,
  outgoingDecisions,
} from "../db/export-rows.ts"
import type { ProjectPass } from "../db/pass.ts"
import type { LinkState } from "../domain/change.ts"
import { contradicting, sameGroups } from "../domain/claim-link.ts"
import { DocumentTrouble, documentTroubleSentence } from "../domain/document-trouble.ts"
import { canGoOut } from "../domain/export-state.ts"
import { flaggedSentence } from "../domain/left-out-passages.ts"
import { namedAnnotation, namedCitation, namedDecision, namedFlag } from "../domain/named-in-claims.ts"
import { type LeftOutClaim, leftOutReason, type OutgoingClaim, type OutgoingFlag } from "../domain/outgoing-claims.ts"
import type { Policy } from "../domain/policy.ts"
import { verdictConditions } from "../domain/verdict-conditions.ts"
import type { ExportNaming } from "./export-naming.ts"
import {
  claimRuns,
  type ExportChoice,
  type ExportPlan,
  fittingClaims,
  type LeftOutPassages,
  leftOutOf,
  type PlannedDocument,
} from "./export-plan.ts"
import { ruleSentences } from "./flags.ts"

/** A run of one document's claims, with what is left out of the document at its end. */
export interface ReadPart {
  readonly document: PlannedDocument
  readonly text: string
  readonly first: boolean
  readonly last: boolean
  readonly claims: readonly OutgoingClaim[]
  readonly leftOut: readonly LeftOutClaim[]
  /** Why nothing of the document is told, in a sentence; null unless it could not be read or written. */
  readonly trouble: string | null
}

/** What of a plan to read: all of it, only what is left out, or only the first `claims` that go out. */
export type PartsWanted = "all" | "left-out" | { readonly claims: number }

/**
 * The claims of a plan, read run by run in the order of its documents, so that any number of them can go out. A document
 * that can't be read has one part that says so; when some of it is out already, this throws and names it.
 */
export async function* exportParts(
  pass: ProjectPass,
  choice: ExportChoice,
  { documents, naming }: ExportPlan,
  wanted: PartsWanted = "all",
): AsyncGenerator<ReadPart> {
  let room = wanted === "all" ? Number.POSITIVE_INFINITY : wanted === "left-out" ? 0 : wanted.claims
  const links = await countingLinks(pass)
  const { policy } = await currentPolicy(pass)
  const known = {
    links,
    policy,
    quotes: choice.quotes,
    naming,
    factsOf: await factsReader(pass, "seen", links),
    sameAs: sameGroups(links),
    against: contradicting(links),
  }
  for (const document of documents) {
    if (typeof wanted === "object" && room === 0) return
    if (wanted === "left-out" && document.keptBack === 0 && document.trouble === null) continue
    if (document.trouble !== null) {
      yield troubled(document)
      continue
    }
    const read = await apart(pass, async () => {
      const units = await exportUnits(pass, document.documentId)
      const { isOut, without } = await leftOutOf(pass, document.documentId, units, choice)
      const text = without(await currentText(pass, document.documentId))
      const claims = units.filter(({ kind }) => kind === "claim")
      const able = claims.filter(claim => canGoOut(choice.state, claim) && !isOut(claim))
      const fit = room === 0 ? [] : (await fittingClaims(pass, document, able, choice, text)).slice(0, room)
      const flags = fit.length === 0 ? noFlags : await flagsTold(pass, document.documentId, fit, naming)
      const keptBack = claims.filter(claim => isOut(claim) || !canGoOut(choice.state, claim))
      return { text, keptBack, isOut, fit, flags }
    })
    if (!read.ok) {
      yield troubled(document)
      continue
    }
    const { text, keptBack, isOut, fit, flags } = read.value
    room -= fit.length
    const parts = claimRuns(fit)
    for (const [at, run] of (parts.length > 0 ? parts : [[]]).entries()) {
      const last = at >= parts.length - 1
      const part = await apart(pass, async () => ({
        document,
        text,
        first: at === 0,
        last,
        claims: await outgoingOnes(pass, { text, flags }, run, known),
        leftOut:
          last && typeof wanted === "string" ? await leftOutOnes({ document, text, isOut }, keptBack, known) : [],
        trouble: null,
      }))
      if (part.ok) yield part.value
      else if (at === 0) {
        yield troubled(document)
        break
      } else throw new DocumentTrouble(document.documentId, part.cause)
    }
  }
}

/** The only part of a document that could not be read. */
const troubled = (document: PlannedDocument): ReadPart => ({
  document,
  text: "",
  first: true,
  last: true,
  claims: [],
  leftOut: [],
  trouble: document.trouble ?? documentTroubleSentence,
})

/** What is read once for all documents. */
interface Known {
  readonly links: readonly LinkState[]
  readonly policy: Policy
  readonly quotes: boolean
  readonly naming: ExportNaming
  readonly factsOf: Awaited<ReturnType<typeof factsReader>>
  /** Units that say the same as a unit, and those that contradict it. */
  readonly sameAs: (unitId: string) => readonly string[]
  readonly against: (unitId: string) => readonly string[]
}

// Quotes are cut out here, since PostgreSQL counts characters in another way.
async function outgoingOnes(
  pass: ProjectPass,
  { text, flags }: { readonly text: string; readonly flags: FlagsTold },
  units: readonly ExportUnit[],
  { links, quotes, naming, sameAs, against }: Known,
): Promise<OutgoingClaim[]> {
  if (units.length === 0) return []
  const ids = units.map(({ id }) => id)
  const annotations = gathered(
    (await outgoingAnnotations(pass, ids)).map(row => namedAnnotation(naming.of, row)),
    "unitId",
  )
  const citations = gathered(
    (await outgoingCitations(pass, ids, links)).map(row => namedCitation(naming.of, row)),
    "unitId",
  )
  const decisions = gathered(
    (await outgoingDecisions(pass, ids)).map(row => namedDecision(naming.of, row)),
    "unitId",
  )
  return units.map(({ id, start, end, state, verdict, said, verdictBy }) => ({
    unitId: id,
    start,
    end,
    quote: quotes ? text.slice(start, end) : "",
    state,
    label: verdict,
    said,
    verdictBy,
    decision: decisions.get(id)?.find(({ stands }) => stands) ?? null,
    decisions: decisions.get(id) ?? [],
    annotations: annotations.get(id) ?? [],
    citations: citations.get(id) ?? [],
    flags: flags(id),
    sameAs: sameAs(id).filter(other => other !== id),
    contradicts: against(id),
  }))
}

/** The flags that are told of the claim with an id. */
type FlagsTold = (unitId: string) => readonly OutgoingFlag[]

const noFlags: FlagsTold = () => []

async function flagsTold(
  pass: ProjectPass,
  documentId: string,
  claims: readonly ExportUnit[],
  naming: ExportNaming,
): Promise<FlagsTold> {
  const touching = flagsOf(await exportFlags(pass, documentId), claims)
  const sentenceOf = await ruleSentences(pass, [...touching.values()].flat())
  const told = ({ documentId: _document, unitId: _unit, detail: _detail, note, ...flag }: ExportFlag) =>
    namedFlag(naming.of, { ...flag, note: sentenceOf(flag.id) ?? note })
  return id => (touching.get(id) ?? []).map(told)
}

async function leftOutOnes(
  { document, text, isOut }: { document: PlannedDocument; text: string; isOut: LeftOutPassages["isOut"] },
  claims: readonly ExportUnit[],
  { policy, quotes, factsOf }: Known,
): Promise<LeftOutClaim[]> {
  const facts = new Map<string, Awaited<ReturnType<Known["factsOf"]>>[number]["facts"]>()
  const begun = claims.filter(claim => !isOut(claim) && claim.state !== "vetted" && claim.state !== "open")
  for (const ids of claimRuns(begun.map(({ id }) => id)))
    for (const found of await factsOf(document, ids)) facts.set(found.id, found.facts)
  return claims.flatMap(({ id, start, end, state, veiled }) => {
    if (isOut({ start, end })) return [{ unitId: id, start, end, quote: "", state, why: flaggedSentence }]
    if (state === "vetted") return []
    const found = facts.get(id)
    const why = leftOutReason(state, found ? verdictConditions(found, policy) : [], veiled)
    return [{ unitId: id, start, end, quote: quotes ? text.slice(start, end) : "", state, why }]
  })
}

/** Rows gathered under the id that `by` names, without it. */
function gathered<T extends Readonly<Record<K, string>>, K extends string>(
  rows: readonly T[],
  by: K,
): Map<string, Omit<T, K>[]> {
  const groups = new Map<string, Omit<T, K>[]>()
  for (const { [by]: id, ...row } of rows) {
    const group = groups.get(id)
    if (group) group.push(row)
    else groups.set(id, [row])
  }
  return groups
}
