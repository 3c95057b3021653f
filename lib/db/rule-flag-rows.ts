import type { Policy } from "../domain/policy.ts"
import { detailOf, type RuleFinding, ruleFindings } from "../domain/rule-flags.ts"
import { canonical } from "../domain/undo.ts"
import type { Verdict } from "../domain/verdict.ts"
import type { KnownFacts } from "./claim-facts.ts"
import { Prisma } from "./generated/client.ts"
import type { DocumentPass, ProjectPass } from "./pass.ts"
import type { TextPlace } from "./text-place.ts"

/**
 * Bring the flags that rules raised on units in line with what the rules find there. A flag whose condition does not hold
 * is settled, one whose condition holds again or finds something else is open, whatever was answered before; who has to
 * deal with it and until when stays.
 */
export async function saveRuleFlags(
  pass: ProjectPass,
  { documentId }: TextPlace,
  units: readonly { readonly unit: KnownFacts; readonly verdict: Verdict }[],
  policy: Policy,
): Promise<void> {
  const moved = units.flatMap(({ unit, verdict }) => ruleMoves(unit, verdict, policy))
  if (moved.length === 0) return
  // PostgreSQL asks a row for its answer before it looks for the one that is there, so it comes with that one's.
  await pass.tx.$executeRaw`
    INSERT INTO "Flag" AS f (id, "projectId", "documentId", "unitId", number, length, start, "end", quote, reason, detail,
      blocking, status, answer, "answeredBy", "raisedAt")
    SELECT gen_random_uuid(), u."projectId", u."documentId", u.id, u.number, u.length, u.start, u."end",
      coalesce(w.quote, ''), m.rule, m.detail, false, m.status, coalesce(o.answer, ''), o."answeredBy", ${pass.at}
    FROM jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) AS m("unitId" uuid, rule text, detail jsonb, status text)
    JOIN "Unit" u ON u.id = m."unitId" AND u."projectId" = ${pass.projectId}::uuid AND u."documentId" = ${documentId}::uuid
    LEFT JOIN "Wording" w ON w."unitId" = u.id
    LEFT JOIN "Flag" o ON o."unitId" = u.id AND o.reason = m.rule
    ON CONFLICT ("unitId", reason) DO UPDATE SET status = EXCLUDED.status, detail = EXCLUDED.detail,
      number = EXCLUDED.number, length = EXCLUDED.length, start = EXCLUDED.start, "end" = EXCLUDED."end", quote = EXCLUDED.quote,
      "raisedAt" = CASE WHEN f.status = 'open' OR EXCLUDED.status <> 'open' THEN f."raisedAt" ELSE EXCLUDED."raisedAt" END,
      version = f.version + 1`
}

/**
 * Flag the claims, and the other passages with work on them, that the current text lost. What rules found in them rested on
 * words that are there no more, and is settled.
 */
export async function saveLostFlags(pass: DocumentPass): Promise<void> {
  const lost = Prisma.sql`u."projectId" = ${pass.projectId}::uuid AND u."documentId" = ${pass.documentId}::uuid
    AND u.number < ${pass.number} AND NOT u.retired`
  await pass.tx.$executeRaw`
    UPDATE "Flag" f SET status = 'settled', version = f.version + 1 FROM "Unit" u
    WHERE f."unitId" = u.id AND ${lost} AND f.reason <> 'anchor-lost' AND f.status <> 'settled'`
  await pass.tx.$executeRaw`
    INSERT INTO "Flag" AS f (id, "projectId", "documentId", "unitId", number, length, start, "end", quote, reason, detail,
      blocking, status, "raisedAt")
    SELECT gen_random_uuid(), u."projectId", u."documentId", u.id, u.number, u.length, u.start, u."end",
      coalesce(w.quote, ''), 'anchor-lost', ${JSON.stringify({ version: pass.number })}::jsonb, false, 'open', ${pass.at}
    FROM "Unit" u LEFT JOIN "Wording" w ON w."unitId" = u.id WHERE ${lost}
    ON CONFLICT ("unitId", reason) DO UPDATE SET status = 'open', detail = EXCLUDED.detail, "raisedAt" = EXCLUDED."raisedAt",
      version = f.version + 1
    WHERE f.status = 'settled'`
}

/** Settle what rules flagged on units that were retired. */
export async function settleRuleFlags(pass: ProjectPass, unitIds: readonly string[]): Promise<void> {
  if (unitIds.length === 0) return
  await pass.tx.$executeRaw`
    UPDATE "Flag" SET status = 'settled', version = version + 1
    WHERE "unitId" = ANY(${unitIds}::uuid[]) AND "projectId" = ${pass.projectId}::uuid AND status <> 'settled'`
}

/** How a rule's flag on a unit has to be stored anew. */
export interface RuleMove {
  readonly unitId: string
  readonly rule: RuleFinding["rule"]
  readonly detail: object
  readonly status: "open" | "answered" | "settled"
}

/**
 * What has to be stored anew of the rules' flags on a unit; nothing when they stand as they should. One of the
 * current text has its place, wherever it was lost before.
 */
export function ruleMoves(unit: KnownFacts, verdict: Verdict, policy: Policy): readonly RuleMove[] {
  const found =
    unit.kind === "claim"
      ? ruleFindings({ facts: unit.facts, verdict, cues: unit.cues ?? [], downgraded: unit.downgraded ?? [] }, policy)
      : []
  const standing = new Map((unit.ruleFlags ?? []).map(flag => [flag.rule, flag]))
  const now = found.flatMap(finding => {
    const before = standing.get(finding.rule)
    standing.delete(finding.rule)
    const detail = detailOf(finding)
    const same = before && before.status !== "settled" && canonical(before.detail) === canonical(detail)
    if (same && before.start === unit.start && before.end === unit.end) return []
    const status = same && before.status === "answered" ? ("answered" as const) : ("open" as const)
    return [{ unitId: unit.id, rule: finding.rule, detail, status }]
  })
  const gone = [...standing.values()].flatMap(flag =>
    flag.status !== "settled"
      ? [{ unitId: unit.id, rule: flag.rule, detail: flag.detail as object, status: "settled" as const }]
      : [],
  )
  return [...now, ...gone]
}
