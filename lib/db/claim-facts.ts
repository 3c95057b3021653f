import type { Stance } from "../domain/citation.ts"
import type { Confidence, Label } from "../domain/label.ts"
import { type Policy, storedPolicy } from "../domain/policy.ts"
import type { ClaimFacts, Verdict } from "../domain/verdict.ts"
import type { ProjectPass } from "./pass.ts"

/** The project's policy as it stands. */
export async function currentPolicy(pass: ProjectPass): Promise<{ version: number; policy: Policy }> {
  const { policyVersion } = await pass.tx.project.findUniqueOrThrow({
    where: { id: pass.projectId },
    select: { policyVersion: true },
  })
  const row = await pass.tx.policy.findUniqueOrThrow({
    where: { projectId_version: { projectId: pass.projectId, version: policyVersion } },
  })
  return { version: row.version, policy: storedPolicy(row.body as unknown as Policy) }
}

interface FactsRow {
  readonly id: string
  readonly state: Verdict["state"]
  readonly verdict: Label | null
  readonly verdictBy: Verdict["by"]
  readonly annotations: { reviewerId: string; label: Label; confidence: Confidence; reasoned: boolean }[] | null
  readonly citations: { stance: Stance; sourceId: string }[] | null
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
      SELECT jsonb_agg(jsonb_build_object('stance', stance, 'sourceId', "sourceId") ORDER BY id) AS list
      FROM "Citation" WHERE "unitId" = u.id AND "withdrawnAt" IS NULL) c ON true
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
      citations: row.citations ?? [],
      blockingFlags: row.flags,
      adjudication: row.adjudication,
    },
  }))
}
