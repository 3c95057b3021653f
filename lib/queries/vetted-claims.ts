import { currentPolicy, factsReader } from "../db/claim-facts.ts"
import { countingLinks } from "../db/claim-link-rows.ts"
import {
  currentTexts,
  type ExportDocument,
  type ExportUnit,
  exportDocuments,
  exportSources,
  exportUnits,
  vettedAnnotations,
  vettedCitations,
  vettedDecisions,
} from "../db/export-rows.ts"
import { type Actor, type ProjectPass, readProject } from "../db/pass.ts"
import { projectWordsRow } from "../db/project-lists.ts"
import type { LinkState } from "../domain/change.ts"
import { contradicting, sameGroups } from "../domain/claim-link.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import type { Policy } from "../domain/policy.ts"
import type { UnitKind } from "../domain/unit.ts"
import { verdictConditions } from "../domain/verdict-conditions.ts"
import {
  type LeftOutClaim,
  leftOutReason,
  type VettedClaim,
  type VettedClaims,
  type VettedDocument,
} from "../domain/vetted-claims.ts"
import { styleOf } from "./style-of.ts"

/**
 * What a project, or one document of it, exports at this moment: the vetted claims with everything they rest on,
 * and what is left out with the reason. Quotes are cut out here, since PostgreSQL counts characters in another way.
 */
export const vettedClaims = (
  actor: Actor,
  projectId: string,
  choice: { readonly documentId?: string } = {},
): Promise<Result<VettedClaims>> =>
  readProject(actor, projectId, "claims.export", async pass => {
    const { name: project } = await projectWordsRow(pass)
    const { policy, version: policyVersion } = await currentPolicy(pass)
    const rows = await exportDocuments(pass, choice.documentId ?? null)
    if (choice.documentId && rows.length === 0) return fail({ code: "not-found" })
    const links = await countingLinks(pass)
    const said = await saidOf(pass, choice.documentId ?? null, links)
    const known = {
      policy,
      factsOf: await factsReader(pass, "seen"),
      said,
      sameAs: sameGroups(links),
      against: contradicting(links),
    }
    const documents: VettedDocument[] = []
    for (const row of rows) documents.push(await vettedDocument(row, known))
    const cited = documents.flatMap(({ claims }) => claims.flatMap(claim => claim.citations.map(c => c.sourceId)))
    const sources = await exportSources(pass, [...new Set(cited)])
    const style = await styleOf(pass)
    return ok({ projectId, project, policyVersion, exportedAt: pass.at, documents, sources, style })
  })

type Said = Awaited<ReturnType<typeof saidOf>>

/** What is read once for all documents. */
interface Known {
  readonly policy: Policy
  readonly factsOf: Awaited<ReturnType<typeof factsReader>>
  readonly said: Said
  /** Units that say the same as a unit, and those that contradict it. */
  readonly sameAs: (unitId: string) => readonly string[]
  readonly against: (unitId: string) => readonly string[]
}

/** Texts and units by document, and what was said about vetted claims by unit, read once for all documents. */
async function saidOf(pass: ProjectPass, documentId: string | null, links: readonly LinkState[]) {
  return {
    texts: await currentTexts(pass, documentId),
    units: gathered(await exportUnits(pass, documentId), "documentId"),
    annotations: gathered(await vettedAnnotations(pass, documentId), "unitId"),
    citations: gathered(await vettedCitations(pass, documentId, links), "unitId"),
    decisions: gathered(await vettedDecisions(pass, documentId), "unitId"),
  }
}

async function vettedDocument(row: ExportDocument, known: Known): Promise<VettedDocument> {
  const { said } = known
  const text = said.texts.get(row.documentId) ?? ""
  const units = said.units.get(row.documentId) ?? []
  const claims = units.filter(unit => unit.kind === "claim")
  return {
    ...row,
    claims: vettedOnes(text, claims, known),
    leftOut: await leftOutOnes(row, text, claims, known),
    notClaims: countKinds(units),
  }
}

const vettedOnes = (text: string, claims: readonly LiveUnit[], { said, sameAs, against }: Known): VettedClaim[] =>
  claims
    .filter(unit => unit.state === "vetted")
    .map(({ id, start, end, verdict, said: wasSaid, verdictBy }) => ({
      unitId: id,
      start,
      end,
      quote: text.slice(start, end),
      label: verdict!,
      said: wasSaid,
      verdictBy: verdictBy!,
      decision: said.decisions.get(id)?.find(({ stands }) => stands) ?? null,
      decisions: said.decisions.get(id) ?? [],
      annotations: said.annotations.get(id) ?? [],
      citations: said.citations.get(id) ?? [],
      sameAs: sameAs(id).filter(other => other !== id),
      contradicts: against(id),
    }))

async function leftOutOnes(
  row: ExportDocument,
  text: string,
  claims: readonly LiveUnit[],
  { policy, factsOf }: Known,
): Promise<LeftOutClaim[]> {
  const begun = claims.filter(({ state }) => state !== "vetted" && state !== "open").map(({ id }) => id)
  const rows = begun.length > 0 ? await factsOf(row, begun) : []
  const facts = new Map(rows.map(found => [found.id, found.facts]))
  return claims.flatMap(({ id, start, end, state, veiled }) => {
    if (state === "vetted") return []
    const found = facts.get(id)
    const why = leftOutReason(state, found ? verdictConditions(found, policy) : [], veiled)
    return [{ unitId: id, start, end, quote: text.slice(start, end), state, why }]
  })
}

type LiveUnit = Omit<ExportUnit, "documentId">

function countKinds(units: readonly LiveUnit[]): Partial<Record<UnitKind, number>> {
  const counts: Partial<Record<UnitKind, number>> = {}
  for (const { kind } of units) if (kind !== "claim") counts[kind] = (counts[kind] ?? 0) + 1
  return counts
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
