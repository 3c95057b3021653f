import { apart } from "../db/apart.ts"
import { currentPolicy, factsReader } from "../db/claim-facts.ts"
import { countingLinks } from "../db/claim-link-rows.ts"
import {
  type CitedPlace,
  currentText,
  dissentedUnits,
  type ExportDocument,
  type ExportUnit,
  exportDocuments,
  exportSources,
  exportUnits,
  vettedAnnotations,
  vettedCitations,
  vettedDecisions,
  vettedPlaces,
} from "../db/export-rows.ts"
import type { ProjectPass } from "../db/pass.ts"
import { projectWordsRow } from "../db/project-lists.ts"
import type { LinkState } from "../domain/change.ts"
import { contradicting, sameGroups } from "../domain/claim-link.ts"
import { DocumentTrouble, documentTroubleSentence } from "../domain/document-trouble.ts"
import type { Label } from "../domain/label.ts"
import type { Policy } from "../domain/policy.ts"
import type { UnitKind } from "../domain/unit.ts"
import { verdictConditions } from "../domain/verdict-conditions.ts"
import {
  type LeftOutClaim,
  leftOutReason,
  type VettedClaim,
  type VettedDocument,
  type VettedSource,
} from "../domain/vetted-claims.ts"

/** Which of the vetted claims to export, and how. */
export interface ExportChoice {
  readonly documentId?: string | undefined
  /** Claims of this label only. */
  readonly label?: Label | undefined
  /** Claims with a dissenting label only, or without. */
  readonly dissent?: "with" | "without" | undefined
  /** Claims with these words only. */
  readonly search?: string | undefined
  /** Whether the words of the texts go out, or positions only. */
  readonly quotes: boolean
}

/** Everything of an export that is known before its claims are read. */
export interface ExportPlan {
  readonly project: string
  readonly policyVersion: number
  readonly documents: readonly PlannedDocument[]
  readonly sources: readonly VettedSource[]
  /** The places in sources that its citations name, each once. */
  readonly places: readonly CitedPlace[]
}

export type PlannedDocument = Omit<VettedDocument, "claims" | "leftOut"> & {
  /** How many claims go out, how many vetted ones do not fit the choice, and how many are not vetted. */
  readonly chosen: number
  readonly unfit: number
  readonly unvetted: number
  /** How many of those that go out have each label, and how many somebody dissents from. */
  readonly labels: Readonly<Record<Label, number>>
  readonly dissented: number
  /** Why nothing of it goes out, in a sentence; null unless it could not be read. */
  readonly trouble: string | null
}

/** A run of one document's claims, with what is left out of the document at its end. */
export interface ReadPart {
  readonly document: PlannedDocument
  readonly text: string
  readonly first: boolean
  readonly last: boolean
  readonly claims: readonly VettedClaim[]
  readonly leftOut: readonly LeftOutClaim[]
  /** Why nothing of the document is told, in a sentence; null unless it could not be read or written. */
  readonly trouble: string | null
}

/** Claims that are read at once. */
const batch = 500

/**
 * What an export of `choice` holds, as far as it is known without reading what was said of each claim. `ongoing` is asked
 * before each document and throws to end it.
 */
export async function exportPlan(
  pass: ProjectPass,
  choice: ExportChoice,
  ongoing: () => void = () => {},
): Promise<ExportPlan> {
  const { name: project } = await projectWordsRow(pass)
  const { version: policyVersion } = await currentPolicy(pass)
  const links = await countingLinks(pass)
  const documents: PlannedDocument[] = []
  const places = new Map<string, CitedPlace>()
  for (const row of await exportDocuments(pass, choice.documentId ?? null)) {
    ongoing()
    const read = await apart(pass, () => plannedDocument(pass, row, choice, links))
    if (!read.ok) documents.push(inTrouble({ ...row, notClaims: {} }))
    else {
      documents.push(read.value.document)
      for (const place of read.value.places) places.set(placeKey(place), place)
    }
  }
  const cited = new Set([...places.values()].map(({ sourceId }) => sourceId))
  const sources = await exportSources(pass, [...cited])
  return { project, policyVersion, documents, sources, places: [...places.values()] }
}

async function plannedDocument(
  pass: ProjectPass,
  row: ExportDocument,
  choice: ExportChoice,
  links: readonly LinkState[],
): Promise<{ readonly document: PlannedDocument; readonly places: readonly CitedPlace[] }> {
  const units = await exportUnits(pass, row.documentId)
  const claims = units.filter(({ kind }) => kind === "claim")
  const vetted = claims.filter(({ state }) => state === "vetted")
  const chosen = await fitting(pass, row, vetted, choice)
  const places: CitedPlace[] = []
  let dissented = 0
  for (const ids of runs(chosen.map(({ id }) => id))) {
    places.push(...(await vettedPlaces(pass, ids, links)))
    dissented += (await dissentedUnits(pass, ids)).size
  }
  const given = (label: Label) => chosen.filter(({ verdict }) => verdict === label).length
  const document = {
    ...row,
    notClaims: countKinds(units),
    chosen: chosen.length,
    unfit: vetted.length - chosen.length,
    unvetted: claims.length - vetted.length,
    labels: { documented: given("documented"), disputed: given("disputed"), speculative: given("speculative") },
    dissented,
    trouble: null,
  }
  return { document, places }
}

/** The document as one of which nothing goes out. */
const inTrouble = (document: Omit<VettedDocument, "claims" | "leftOut">): PlannedDocument => ({
  ...document,
  chosen: 0,
  unfit: 0,
  unvetted: 0,
  labels: { documented: 0, disputed: 0, speculative: 0 },
  dissented: 0,
  trouble: documentTroubleSentence,
})

/** The plan without the claims of some documents. What only they cite stays in its bibliography. */
export const without = (plan: ExportPlan, spoiled: ReadonlySet<string>): ExportPlan => ({
  ...plan,
  documents: plan.documents.map(document => (spoiled.has(document.documentId) ? inTrouble(document) : document)),
})

/** Tells places in sources apart: citations of the same place have the same note. */
export const placeKey = ({ sourceId, locatorLabel, locator }: CitedPlace): string =>
  JSON.stringify([sourceId, locatorLabel, locator])

/** What of a plan to read: all of it, only what is left out, or only the first `claims` that go out. */
export type PartsWanted = "all" | "left-out" | { readonly claims: number }

/**
 * The claims of a plan, read run by run in the order of its documents, so that any number of them can go out. A document
 * that can't be read has one part that says so; when some of it is out already, this throws and names it.
 */
export async function* exportParts(
  pass: ProjectPass,
  choice: ExportChoice,
  { documents }: ExportPlan,
  wanted: PartsWanted = "all",
): AsyncGenerator<ReadPart> {
  let room = wanted === "all" ? Number.POSITIVE_INFINITY : wanted === "left-out" ? 0 : wanted.claims
  const links = await countingLinks(pass)
  const { policy } = await currentPolicy(pass)
  const known = {
    links,
    policy,
    quotes: choice.quotes,
    factsOf: await factsReader(pass, "seen", links),
    sameAs: sameGroups(links),
    against: contradicting(links),
  }
  for (const document of documents) {
    if (typeof wanted === "object" && room === 0) return
    if (document.trouble !== null) {
      yield troubled(document)
      continue
    }
    const read = await apart(pass, async () => {
      const text = await currentText(pass, document.documentId)
      const claims = (await exportUnits(pass, document.documentId)).filter(({ kind }) => kind === "claim")
      const vetted = claims.filter(({ state }) => state === "vetted")
      const fit = room === 0 ? [] : (await fitting(pass, document, vetted, choice, text)).slice(0, room)
      return { text, claims, fit }
    })
    if (!read.ok) {
      yield troubled(document)
      continue
    }
    const { text, claims, fit } = read.value
    room -= fit.length
    const parts = runs(fit)
    for (const [at, run] of (parts.length > 0 ? parts : [[]]).entries()) {
      const last = at >= parts.length - 1
      const part = await apart(pass, async () => ({
        document,
        text,
        first: at === 0,
        last,
        claims: await vettedOnes(pass, text, run, known),
        leftOut: last && typeof wanted === "string" ? await leftOutOnes(document, text, claims, known) : [],
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

/** Those of a document's vetted claims that fit the choice. */
async function fitting(
  pass: ProjectPass,
  { documentId }: Pick<ExportDocument, "documentId">,
  vetted: readonly ExportUnit[],
  { label, dissent, search }: ExportChoice,
  known?: string,
): Promise<readonly ExportUnit[]> {
  let chosen = label ? vetted.filter(({ verdict }) => verdict === label) : vetted
  if (search) {
    const text = known ?? (await currentText(pass, documentId))
    const words = plain(search)
    chosen = chosen.filter(({ start, end }) => plain(text.slice(start, end)).includes(words))
  }
  if (!dissent) return chosen
  const dissented = new Set<string>()
  for (const ids of runs(chosen.map(({ id }) => id)))
    for (const id of await dissentedUnits(pass, ids)) dissented.add(id)
  return chosen.filter(({ id }) => dissented.has(id) === (dissent === "with"))
}

const plain = (words: string) => words.normalize("NFC").toLowerCase().replaceAll(/\s+/g, " ").trim()

/** What is read once for all documents. */
interface Known {
  readonly links: readonly LinkState[]
  readonly policy: Policy
  readonly quotes: boolean
  readonly factsOf: Awaited<ReturnType<typeof factsReader>>
  /** Units that say the same as a unit, and those that contradict it. */
  readonly sameAs: (unitId: string) => readonly string[]
  readonly against: (unitId: string) => readonly string[]
}

// Quotes are cut out here, since PostgreSQL counts characters in another way.
async function vettedOnes(
  pass: ProjectPass,
  text: string,
  units: readonly ExportUnit[],
  { links, quotes, sameAs, against }: Known,
): Promise<VettedClaim[]> {
  if (units.length === 0) return []
  const ids = units.map(({ id }) => id)
  const annotations = gathered(await vettedAnnotations(pass, ids), "unitId")
  const citations = gathered(await vettedCitations(pass, ids, links), "unitId")
  const decisions = gathered(await vettedDecisions(pass, ids), "unitId")
  return units.map(({ id, start, end, verdict, said, verdictBy }) => ({
    unitId: id,
    start,
    end,
    quote: quotes ? text.slice(start, end) : "",
    label: verdict!,
    said,
    verdictBy: verdictBy!,
    decision: decisions.get(id)?.find(({ stands }) => stands) ?? null,
    decisions: decisions.get(id) ?? [],
    annotations: annotations.get(id) ?? [],
    citations: citations.get(id) ?? [],
    sameAs: sameAs(id).filter(other => other !== id),
    contradicts: against(id),
  }))
}

async function leftOutOnes(
  row: PlannedDocument,
  text: string,
  claims: readonly ExportUnit[],
  { policy, quotes, factsOf }: Known,
): Promise<LeftOutClaim[]> {
  const facts = new Map<string, Awaited<ReturnType<Known["factsOf"]>>[number]["facts"]>()
  const begun = claims.filter(({ state }) => state !== "vetted" && state !== "open").map(({ id }) => id)
  for (const ids of runs(begun)) for (const found of await factsOf(row, ids)) facts.set(found.id, found.facts)
  return claims.flatMap(({ id, start, end, state, veiled }) => {
    if (state === "vetted") return []
    const found = facts.get(id)
    const why = leftOutReason(state, found ? verdictConditions(found, policy) : [], veiled)
    return [{ unitId: id, start, end, quote: quotes ? text.slice(start, end) : "", state, why }]
  })
}

function countKinds(units: readonly ExportUnit[]): Partial<Record<UnitKind, number>> {
  const counts: Partial<Record<UnitKind, number>> = {}
  for (const { kind } of units) if (kind !== "claim") counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

function runs<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / batch) }, (_, at) => all.slice(at * batch, (at + 1) * batch))
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
