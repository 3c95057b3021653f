import { claimFacts, currentPolicy } from "../db/claim-facts.ts"
import {
  type ExportDocument,
  type ExportUnit,
  exportDocuments,
  exportSources,
  exportUnits,
  versionText,
  vettedAnnotations,
  vettedCitations,
  vettedDecisions,
} from "../db/export-rows.ts"
import { type Actor, type ProjectPass, readProject } from "../db/pass.ts"
import { projectWordsRow } from "../db/project-lists.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import type { Policy } from "../domain/policy.ts"
import type { UnitKind } from "../domain/unit.ts"
import { verdictConditions } from "../domain/verdict.ts"
import {
  type LeftOutClaim,
  leftOutReason,
  type VettedClaim,
  type VettedClaims,
  type VettedDocument,
} from "../domain/vetted-claims.ts"

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
    const documents: VettedDocument[] = []
    for (const row of rows) documents.push(await vettedDocument(pass, row, policy))
    const cited = documents.flatMap(({ claims }) => claims.flatMap(claim => claim.citations.map(c => c.sourceId)))
    const sources = await exportSources(pass, [...new Set(cited)])
    return ok({ projectId, project, policyVersion, exportedAt: pass.at, documents, sources })
  })

async function vettedDocument(pass: ProjectPass, row: ExportDocument, policy: Policy): Promise<VettedDocument> {
  const text = await versionText(pass, row)
  const units = await exportUnits(pass, row)
  const claims = units.filter(unit => unit.kind === "claim")
  return {
    ...row,
    claims: await vettedOnes(pass, row, text, claims),
    leftOut: await leftOutOnes(pass, row, text, claims, policy),
    notClaims: countKinds(units),
  }
}

async function vettedOnes(
  pass: ProjectPass,
  row: ExportDocument,
  text: string,
  claims: readonly ExportUnit[],
): Promise<VettedClaim[]> {
  const annotations = byUnit(await vettedAnnotations(pass, row))
  const citations = byUnit(await vettedCitations(pass, row))
  const decisions = byUnit(await vettedDecisions(pass, row))
  return claims
    .filter(unit => unit.state === "vetted")
    .map(({ id, start, end, verdict, verdictBy }) => ({
      unitId: id,
      start,
      end,
      quote: text.slice(start, end),
      label: verdict!,
      verdictBy: verdictBy!,
      decision: decisions.get(id)?.[0] ?? null,
      annotations: annotations.get(id) ?? [],
      citations: citations.get(id) ?? [],
    }))
}

async function leftOutOnes(
  pass: ProjectPass,
  row: ExportDocument,
  text: string,
  claims: readonly ExportUnit[],
  policy: Policy,
): Promise<LeftOutClaim[]> {
  const begun = claims.filter(({ state }) => state !== "vetted" && state !== "open").map(({ id }) => id)
  const facts = new Map((await claimFacts(pass, row, begun)).map(found => [found.id, found.facts]))
  return claims.flatMap(({ id, start, end, state }) => {
    if (state === "vetted") return []
    const known = facts.get(id)
    const why = leftOutReason(state, known ? verdictConditions(known, policy) : [])
    return [{ unitId: id, start, end, quote: text.slice(start, end), state, why }]
  })
}

function countKinds(units: readonly ExportUnit[]): Partial<Record<UnitKind, number>> {
  const counts: Partial<Record<UnitKind, number>> = {}
  for (const { kind } of units) if (kind !== "claim") counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

/** Rows gathered under the unit they belong to, without its id. */
function byUnit<T extends { unitId: string }>(rows: readonly T[]): Map<string, Omit<T, "unitId">[]> {
  const groups = new Map<string, Omit<T, "unitId">[]>()
  for (const { unitId, ...row } of rows) {
    const group = groups.get(unitId)
    if (group) group.push(row)
    else groups.set(unitId, [row])
  }
  return groups
}
