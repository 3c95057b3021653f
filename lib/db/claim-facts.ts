import type { AnnotationFact, CitationFact, ClaimFacts } from "../domain/claim-facts.ts"
import { type Effect, unitsNamed } from "../domain/effect.ts"
import type { Label } from "../domain/label.ts"
import { type Policy, type StoredPolicy, storedPolicy } from "../domain/policy.ts"
import type { Span } from "../domain/unit.ts"
import { type Verdict, verdictOf } from "../domain/verdict.ts"
import type { DocumentPass, ProjectPass } from "./pass.ts"

/** The project's policy as it stands. */
export async function currentPolicy(pass: ProjectPass): Promise<{ version: number; policy: Policy }> {
  const { policyVersion } = await pass.tx.project.findUniqueOrThrow({
    where: { id: pass.projectId },
    select: { policyVersion: true },
  })
  const row = await pass.tx.policy.findUniqueOrThrow({
    where: { projectId_version: { projectId: pass.projectId, version: policyVersion } },
  })
  return { version: row.version, policy: storedPolicy(row.body as unknown as StoredPolicy) }
}

interface FactsRow {
  readonly id: string
  readonly state: Verdict["state"]
  readonly verdict: Label | null
  readonly verdictBy: Verdict["by"]
  readonly annotations: AnnotationFact[] | null
  readonly citations: Omit<CitationFact, "rootIds" | "grade" | "credibility">[] | null
  readonly flags: number
  readonly adjudication: Label | null
}

/**
 * What the verdicts of a document's live units rest on; of the units in `ids` only, when given. A rationale counts
 * when it has words of its own: citation chips, which stand as "[1]", give no reason.
 */
export async function claimFacts(
  pass: ProjectPass,
  place: { documentId: string; number: number },
  ids: readonly string[] | null,
): Promise<readonly (FactsRow & { facts: ClaimFacts })[]> {
  const rows = await pass.tx.$queryRaw<FactsRow[]>`
    SELECT u.id, u.state, u.verdict, u."verdictBy", a.list AS annotations, c.list AS citations,
      coalesce(f.n, 0)::int AS flags, d.label AS adjudication
    FROM "Unit" u
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('reviewerId', "reviewerId", 'label', label, 'confidence', confidence,
        'reasoned', "rationaleText" ~ '[^][0-9[:space:]]') ORDER BY "reviewerId") AS list
      FROM "Annotation" WHERE "unitId" = u.id AND current) a ON true
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('id', c.id, 'authorId', c."authorId", 'stance', c.stance,
        'sourceId', c."sourceId", 'kind', s.kind) ORDER BY c.id) AS list
      FROM "Citation" c JOIN "Source" s ON s.id = c."sourceId"
      WHERE c."unitId" = u.id AND c."withdrawnAt" IS NULL) c ON true
    LEFT JOIN LATERAL (
      SELECT count(*) AS n FROM "Flag"
      WHERE "documentId" = u."documentId" AND number = u.number AND status = 'open' AND blocking
        AND start < u."end" AND "end" > u.start) f ON true
    LEFT JOIN "Adjudication" d ON d."unitId" = u.id AND d.current
    WHERE u."projectId" = ${pass.projectId}::uuid AND u."documentId" = ${place.documentId}::uuid AND u.number = ${place.number}
      AND NOT u.retired AND (${ids === null} OR u.id = ANY(${ids ?? []}::uuid[]))`
  return rows.map(row => ({
    ...row,
    facts: {
      annotations: row.annotations ?? [],
      citations: (row.citations ?? []).map(citation => ({
        ...citation,
        rootIds: [citation.sourceId],
        grade: null,
        credibility: null,
      })),
      blockingFlags: row.flags,
      contradictions: 0,
      adjudication: row.adjudication,
    },
  }))
}

/** Compute again the verdicts that an effect may have changed, and store those that differ. */
export async function refreshVerdicts(pass: DocumentPass, effect: Effect): Promise<void> {
  const spans = (effect.flags ?? []).flatMap(step => [step.before, step.after].filter(state => state !== null))
  const ids = [...unitsNamed(effect), ...(await unitsUnder(pass, spans))]
  for (let from = 0; from < ids.length; from += batch) await storeVerdicts(pass, pass, ids.slice(from, from + batch))
}

/** Units whose verdicts are computed at once: a statement has a few seconds, whatever an effect reaches. */
const batch = 5_000

/** Compute again every verdict of a document, as a new policy demands. Answers how many changed. */
export const refreshAllVerdicts = (pass: ProjectPass, place: { documentId: string; number: number }): Promise<number> =>
  storeVerdicts(pass, place, null)

async function storeVerdicts(
  pass: ProjectPass,
  place: { documentId: string; number: number },
  ids: readonly string[] | null,
): Promise<number> {
  const { policy } = await currentPolicy(pass)
  const changed = (await claimFacts(pass, place, ids)).flatMap(row => {
    const verdict = verdictOf(row.facts, policy)
    const same = verdict.state === row.state && verdict.label === row.verdict && verdict.by === row.verdictBy
    return same ? [] : [{ id: row.id, ...verdict }]
  })
  if (changed.length === 0) return 0
  return pass.tx.$executeRaw`
    UPDATE "Unit" u SET state = v.state, verdict = v.label, "verdictBy" = v.by
    FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) AS v(id uuid, state text, label text, by text)
    WHERE u.id = v.id AND u."projectId" = ${pass.projectId}::uuid`
}

async function unitsUnder(pass: DocumentPass, spans: readonly Span[]): Promise<string[]> {
  const found: string[] = []
  for (const { start, end } of spans) {
    const rows = await pass.tx.unit.findMany({
      where: {
        projectId: pass.projectId,
        documentId: pass.documentId,
        number: pass.number,
        retired: false,
        start: { lt: end },
        end: { gt: start },
      },
      select: { id: true },
    })
    found.push(...rows.map(row => row.id))
  }
  return found
}
