import { apart } from "../db/apart.ts"
import { currentPolicy } from "../db/claim-facts.ts"
import { countingLinks } from "../db/claim-link-rows.ts"
import { derivations } from "../db/derivation-rows.ts"
import { type ExportFlag, exportFlags, flagsOf, protectiveFlags } from "../db/export-flags.ts"
import { peopleInOutgoing } from "../db/export-people.ts"
import {
  type CitedPlace,
  currentText,
  dissentedUnits,
  type ExportDocument,
  type ExportUnit,
  exportDocuments,
  exportSources,
  exportUnits,
  outgoingPlaces,
} from "../db/export-rows.ts"
import type { ProjectPass } from "../db/pass.ts"
import { projectWordsRow } from "../db/project-lists.ts"
import type { LinkState } from "../domain/change.ts"
import { documentTroubleSentence } from "../domain/document-trouble.ts"
import type { ExportNames } from "../domain/export-names.ts"
import { canGoOut, type ExportState, isAskedFor } from "../domain/export-state.ts"
import type { Label } from "../domain/label.ts"
import { blackedOut, isLeftOut, type LeftOutChoice, leftOutSpans } from "../domain/left-out-passages.ts"
import { ancestorsOf, lineageOf } from "../domain/lineage.ts"
import type { OutgoingDerivation, OutgoingDocument, OutgoingSource } from "../domain/outgoing-claims.ts"
import type { Span, UnitKind } from "../domain/unit.ts"
import { type ExportNaming, exportNaming } from "./export-naming.ts"

/** Claims that are read at once. */
const batch = 500

/** Which claims to export, and how. */
export interface ExportChoice {
  /** Where they stand: vetted when nothing is said. */
  readonly state?: ExportState | undefined
  readonly documentId?: string | undefined
  /** Claims of this label only. */
  readonly label?: Label | undefined
  /** Claims with a dissenting label only, or without. */
  readonly dissent?: "with" | "without" | undefined
  /** Claims with these words only. */
  readonly search?: string | undefined
  /** Whether the words of the texts go out, or positions only. */
  readonly quotes: boolean
  /** Which passages are left out for the flags that they bear: none when nothing is said. */
  readonly leaveOut?: LeftOutChoice | undefined
  /** What people are called: by name when nothing is said. */
  readonly names?: ExportNames | undefined
}

/** Everything of an export that is known before its claims are read. */
export interface ExportPlan {
  readonly project: string
  readonly policyVersion: number
  readonly documents: readonly PlannedDocument[]
  readonly sources: readonly OutgoingSource[]
  /** What its sources derive from, over however many others. */
  readonly lineage: readonly OutgoingDerivation[]
  /** The places in sources that its citations name, each once. */
  readonly places: readonly CitedPlace[]
  /** What it calls people. */
  readonly naming: ExportNaming
  /** Whom it names, by the ids under which the actor knows them; empty unless they were asked for. */
  readonly people: ReadonlySet<string>
}

/** What to plan beside the claims. */
export interface Planning {
  /** Asked before each document; throws to end it. */
  readonly ongoing?: (() => void) | undefined
  /** Whether to find out whom the export names. */
  readonly whom?: boolean
}

export type PlannedDocument = Omit<OutgoingDocument, "claims" | "leftOut"> & {
  /** How many claims go out, how many others could and do not fit the choice, and how many can't. */
  readonly chosen: number
  readonly unfit: number
  readonly keptBack: number
  /** How many of those that go out have each label, and how many somebody dissents from. */
  readonly labels: Readonly<Record<Label, number>>
  readonly dissented: number
  /** Why nothing of it goes out, in a sentence; null unless it could not be read. */
  readonly trouble: string | null
}

/**
 * What an export of `choice` holds, as far as it is known without reading what was said of each claim.
 */
export async function exportPlan(
  pass: ProjectPass,
  choice: ExportChoice,
  { ongoing = () => {}, whom = false }: Planning = {},
): Promise<ExportPlan> {
  const { name: project } = await projectWordsRow(pass)
  const { version: policyVersion } = await currentPolicy(pass)
  const links = await countingLinks(pass)
  const documents: PlannedDocument[] = []
  const places = new Map<string, CitedPlace>()
  const people = new Set<string>()
  for (const row of await exportDocuments(pass, choice.documentId ?? null)) {
    ongoing()
    const read = await apart(pass, () => plannedDocument(pass, row, choice, { links, whom }))
    if (!read.ok) documents.push(inTrouble({ ...row, notClaims: {} }))
    else {
      documents.push(read.value.document)
      for (const place of read.value.places) places.set(placeKey(place), place)
      for (const id of read.value.people) people.add(id)
    }
  }
  const cited = new Set([...places.values()].map(({ sourceId }) => sourceId))
  const sources = await exportSources(pass, [...cited])
  const lineage = await lineageBehind(pass, sources)
  const naming = await exportNaming(pass, choice.names ?? "name")
  return { project, policyVersion, documents, sources, lineage, places: [...places.values()], naming, people }
}

/** What the sources derive from, over however many others that need not be cited. */
async function lineageBehind(pass: ProjectPass, sources: readonly OutgoingSource[]): Promise<OutgoingDerivation[]> {
  const stated = await derivations(pass)
  const lineage = lineageOf(stated)
  const behind = new Set(sources.flatMap(({ id }) => [id, ...ancestorsOf(lineage, id)]))
  const told = stated.filter(({ derivedId }) => behind.has(derivedId))
  const lines = new Map((await exportSources(pass, [...behind])).map(({ id, line }) => [id, line]))
  return told.map(({ id: _id, ...derivation }) => ({
    ...derivation,
    derived: lines.get(derivation.derivedId) ?? "",
    origin: lines.get(derivation.originId) ?? "",
  }))
}

interface Planned {
  readonly document: PlannedDocument
  readonly places: readonly CitedPlace[]
  readonly people: readonly string[]
}

async function plannedDocument(
  pass: ProjectPass,
  row: ExportDocument,
  choice: ExportChoice,
  { links, whom }: { readonly links: readonly LinkState[]; readonly whom: boolean },
): Promise<Planned> {
  const units = await exportUnits(pass, row.documentId)
  const claims = units.filter(({ kind }) => kind === "claim")
  const { isOut } = await leftOutOf(pass, row.documentId, units, choice)
  const able = claims.filter(claim => canGoOut(choice.state, claim) && !isOut(claim))
  const chosen = await fittingClaims(pass, row, able, choice)
  const places: CitedPlace[] = []
  const people: string[] = []
  let dissented = 0
  for (const ids of claimRuns(chosen.map(({ id }) => id))) {
    places.push(...(await outgoingPlaces(pass, ids, links)))
    if (whom) people.push(...(await peopleInOutgoing(pass, ids, links)))
    dissented += (await dissentedUnits(pass, ids)).size
  }
  if (whom) people.push(...inFlags(await exportFlags(pass, row.documentId), chosen))
  const given = (label: Label) => chosen.filter(({ verdict }) => verdict === label).length
  const document = {
    ...row,
    notClaims: countKinds(units),
    chosen: chosen.length,
    unfit: able.length - chosen.length,
    keptBack: claims.length - able.length,
    labels: { documented: given("documented"), disputed: given("disputed"), speculative: given("speculative") },
    dissented,
    trouble: null,
  }
  return { document, places, people }
}

/** What an export leaves out of a document for the flags that it bears. */
export interface LeftOutPassages {
  readonly isOut: (span: Span) => boolean
  /** The document's text without it. */
  readonly without: (text: string) => string
}

const nothingOut: LeftOutPassages = { isOut: () => false, without: text => text }

/** What a choice leaves out of a document. `units` are all of it, in the order of the text. */
export async function leftOutOf(
  pass: ProjectPass,
  documentId: string,
  units: readonly ExportUnit[],
  { leaveOut }: Pick<ExportChoice, "leaveOut">,
): Promise<LeftOutPassages> {
  const flags = leaveOut ? await protectiveFlags(pass, documentId, leaveOut) : []
  if (flags.length === 0) return nothingOut
  const spans = leftOutSpans(await currentText(pass, documentId), units, flags)
  return { isOut: span => isLeftOut(spans, span), without: text => blackedOut(text, spans) }
}

/** Who raised or answered a flag that goes out with one of the claims. */
function inFlags(flags: readonly ExportFlag[], claims: readonly ExportUnit[]): string[] {
  const told = [...flagsOf(flags, claims).values()].flat()
  return told.flatMap(({ raisedBy, answeredBy }) => [raisedBy, answeredBy]).filter(id => id !== null)
}

/** The document as one of which nothing goes out. */
const inTrouble = (document: Omit<OutgoingDocument, "claims" | "leftOut">): PlannedDocument => ({
  ...document,
  chosen: 0,
  unfit: 0,
  keptBack: 0,
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

/** Those of a document's claims which can go out that fit the choice. */
export async function fittingClaims(
  pass: ProjectPass,
  { documentId }: Pick<ExportDocument, "documentId">,
  able: readonly ExportUnit[],
  { state: asked = "vetted", label, dissent, search }: ExportChoice,
  known?: string,
): Promise<readonly ExportUnit[]> {
  let chosen = able.filter(({ state, verdict }) => isAskedFor(asked, state) && (!label || verdict === label))
  if (search) {
    const text = known ?? (await currentText(pass, documentId))
    const words = plain(search)
    chosen = chosen.filter(({ start, end }) => plain(text.slice(start, end)).includes(words))
  }
  if (!dissent) return chosen
  const dissented = new Set<string>()
  for (const ids of claimRuns(chosen.map(({ id }) => id)))
    for (const id of await dissentedUnits(pass, ids)) dissented.add(id)
  return chosen.filter(({ id }) => dissented.has(id) === (dissent === "with"))
}

const plain = (words: string) => words.normalize("NFC").toLowerCase().replaceAll(/\s+/g, " ").trim()

function countKinds(units: readonly ExportUnit[]): Partial<Record<UnitKind, number>> {
  const counts: Partial<Record<UnitKind, number>> = {}
  for (const { kind } of units) if (kind !== "claim") counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

/** Claims, or their ids, in runs that are read at once. */
export function claimRuns<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / batch) }, (_, at) => all.slice(at * batch, (at + 1) * batch))
}
