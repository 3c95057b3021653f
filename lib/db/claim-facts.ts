import type { LinkState } from "../domain/change.ts"
import type { AnnotationFact, CitationFact, ClaimFacts } from "../domain/claim-facts.ts"
import { contradicting } from "../domain/claim-link.ts"
import type { FlagRule, FlagStatus } from "../domain/flag.ts"
import type { Label } from "../domain/label.ts"
import { lineageOf, rootsOf } from "../domain/lineage.ts"
import { type Policy, type StoredPolicy, storedPolicy } from "../domain/policy.ts"
import type { Downgrade } from "../domain/rule-flags.ts"
import { factsOnBoth } from "../domain/said-and-so.ts"
import type { Cue, Span, UnitKind } from "../domain/unit.ts"
import type { Verdict } from "../domain/verdict.ts"
import { countingLinks } from "./claim-link-rows.ts"
import { derivations } from "./derivation-rows.ts"
import { Prisma } from "./generated/client.ts"
import type { ProjectPass } from "./pass.ts"
import { countsFor } from "./shared-evidence.ts"
import { ifUnveiled, shown, shownState, shownVerdict, unveiled } from "./sight.ts"
import type { TextPlace } from "./text-place.ts"

/** The project's policy as it stands. */
export async function currentPolicy(pass: ProjectPass): Promise<{ version: number; policy: Policy }> {
  const [row] = await pass.tx.$queryRaw<{ version: number; body: StoredPolicy }[]>`
    SELECT y.version, y.body FROM "Project" p JOIN "Policy" y ON y."projectId" = p.id AND y.version = p."policyVersion"
    WHERE p.id = ${pass.projectId}::uuid`
  if (!row) throw new Error("A project has no policy.")
  return { version: row.version, policy: storedPolicy(row.body) }
}

interface FactsRow {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly kind: UnitKind
  readonly state: Verdict["state"]
  readonly verdict: Label | null
  readonly verdictBy: Verdict["by"]
  /** The verdict on whether it was said. */
  readonly said: Label | null
  /** Whether the actor may not see yet what others said of it. */
  readonly veiled: boolean
  readonly annotations: AnnotationFact[] | null
  readonly citations: Omit<CitationFact, "rootIds">[] | null
  readonly flags: number
  readonly adjudication: Label | null
  /** What the rules that raise flags look at beside that, and their flags as they stand; only when all is read. */
  readonly cues: Cue[] | null
  readonly downgraded: Downgrade[] | null
  readonly ruleFlags: StandingRuleFlag[] | null
}

/** A flag that a rule raised on a unit, settled ones among them. */
export interface StandingRuleFlag extends Span {
  readonly rule: FlagRule
  readonly detail: unknown
  readonly status: FlagStatus
}

export interface KnownFacts extends FactsRow {
  /** What it rests on whether the claim is so. */
  readonly facts: ClaimFacts
  /** What it rests on whether the claim was said; null while nobody judged that apart. */
  readonly saidFacts: ClaimFacts | null
}

/** All that was said, which a verdict is computed from, or what of it the actor may see, which a page shows. */
export type Reach = "all" | "seen"

/** Units whose verdicts are computed at once: a statement has a few seconds, whatever is asked for. */
const batch = 5_000

export const inBatches = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / batch) }, (_, at) => ids.slice(at * batch, (at + 1) * batch))

/**
 * What the verdicts of a document's live units rest on; of the units in `ids` only, when given. A rationale counts
 * when it has words of its own: citation chips, which stand as "[1]", give no reason.
 */
export async function claimFacts(
  pass: ProjectPass,
  place: TextPlace,
  ids: readonly string[] | null,
  of: Reach,
): Promise<readonly KnownFacts[]> {
  const read = await factsReader(pass, of)
  return read(place, ids)
}

/**
 * Reads the facts of one text after another, with what they share read once: the links between claims and, when
 * something is cited, the lineage of the sources; links that are known are not read. Good for as long as neither can change.
 */
export async function factsReader(
  pass: ProjectPass,
  of: Reach,
  known?: readonly LinkState[],
): Promise<(place: TextPlace, ids: readonly string[] | null) => Promise<readonly KnownFacts[]>> {
  const links = known ?? (await countingLinks(pass))
  const contradictions = contradicting(links)
  const counts = countsFor(links)
  let roots: ReturnType<typeof rootsInProject> | undefined
  return async (place, ids) => {
    const rows = await factsRows(pass, place, ids, counts, of)
    if (rows.some(({ citations }) => citations)) roots ??= rootsInProject(pass)
    const rootIds = (await roots) ?? itself
    return rows.map(row => {
      const whole: ClaimFacts = {
        annotations: row.annotations ?? [],
        citations: (row.citations ?? []).map(citation => ({ ...citation, rootIds: rootIds(citation.sourceId) })),
        blockingFlags: row.flags,
        contradictions: contradictions(row.id).length,
        adjudication: row.adjudication,
      }
      const { so, said } = factsOnBoth(whole)
      return { ...row, facts: so, saidFacts: said }
    })
  }
}

/**
 * What the rules look at: a unit's cues; the sources cited on it whose grade fell, at the last grading and to one that is
 * known, since somebody last labelled it or decided on it; and the flags that rules raised there.
 */
const ruled = (counts: Prisma.Sql) => Prisma.sql`u.cues,
  (SELECT jsonb_agg(jsonb_build_object('rule', f.reason, 'detail', f.detail, 'status', f.status, 'start', f.start, 'end', f."end"))
    FROM "Flag" f WHERE f."unitId" = u.id) AS "ruleFlags",
  (SELECT jsonb_agg(DISTINCT jsonb_build_object('sourceId', s.id, 'from', g.was, 'to', g.now))
    FROM "Citation" c JOIN "Source" o ON o.id = c."sourceId" JOIN "Source" s ON s.id = coalesce(o."mergedIntoId", o.id)
    CROSS JOIN LATERAL (
      SELECT reliability AS now, "createdAt" AS at, lead(reliability) OVER last AS was FROM "Grading"
      WHERE "projectId" = u."projectId" AND "sourceId" = s.id WINDOW last AS (ORDER BY "createdAt" DESC, id DESC)
      ORDER BY "createdAt" DESC, id DESC LIMIT 1) g
    WHERE ${counts} AND c."withdrawnAt" IS NULL AND c.stance IN ('supports', 'disputes') AND s.reliability IS NOT NULL
      AND g.now > g.was AND g.now < 'F' AND g.at > (
        SELECT max(judged.at) FROM (
          SELECT "createdAt" AS at FROM "Annotation" WHERE "unitId" = u.id AND current
          UNION ALL SELECT "createdAt" FROM "Adjudication" WHERE "unitId" = u.id AND current) judged)) AS downgraded`

const unruled = Prisma.sql`NULL AS cues, NULL AS "ruleFlags", NULL AS downgraded`

const standing = {
  columns: Prisma.sql`u.state, u.verdict, u."verdictBy", u.said, false AS veiled`,
  annotation: Prisma.sql`true`,
  citation: Prisma.sql`true`,
  decision: Prisma.sql`true`,
}

/** The parts of the statement that ask what the actor may see. */
function seen(pass: ProjectPass): typeof standing {
  const [unit, document] = [Prisma.sql`u.id`, Prisma.sql`u."documentId"`]
  const none = Prisma.sql`NULL`
  return {
    columns: Prisma.sql`${shownState(pass)} AS state, ${shownVerdict(pass)} AS verdict,
      ${ifUnveiled(pass, Prisma.sql`u."verdictBy"`, none)} AS "verdictBy", ${ifUnveiled(pass, Prisma.sql`u.said`, none)} AS said,
      NOT ${unveiled(pass, unit, document)} AS veiled`,
    annotation: shown(pass, Prisma.sql`"reviewerId"`, unit, document),
    citation: shown(pass, Prisma.sql`c."authorId"`, Prisma.sql`c."unitId"`, Prisma.sql`c."documentId"`),
    decision: unveiled(pass, unit, document),
  }
}

const factsRows = (
  pass: ProjectPass,
  place: TextPlace,
  ids: readonly string[] | null,
  counts: Prisma.Sql,
  of: Reach,
  { columns, annotation, citation, decision } = of === "all" ? standing : seen(pass),
) =>
  pass.tx.$queryRaw<FactsRow[]>`
    SELECT u.id, u.start, u."end", u.kind, ${columns}, a.list AS annotations, c.list AS citations,
      coalesce(f.n, 0)::int AS flags, d.label AS adjudication, ${of === "all" ? ruled(counts) : unruled}
    FROM "Unit" u
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('reviewerId', "reviewerId", 'label', label, 'confidence', confidence,
        'said', said, 'reasoned', "rationaleText" ~ '[^][0-9[:space:]]') ORDER BY "reviewerId") AS list
      FROM "Annotation" WHERE "unitId" = u.id AND current AND ${annotation}) a ON true
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('id', c.id, 'authorId', c."authorId", 'stance', c.stance,
        'sourceId', s.id, 'kind', s.kind, 'grade', s.reliability, 'credibility', c.credibility,
        'bearsOn', c."bearsOn") ORDER BY c.id) AS list
      FROM "Citation" c JOIN "Source" o ON o.id = c."sourceId" JOIN "Source" s ON s.id = coalesce(o."mergedIntoId", o.id)
      WHERE ${counts} AND c."withdrawnAt" IS NULL AND ${citation}) c ON true
    LEFT JOIN LATERAL (
      SELECT count(*) AS n FROM "Flag"
      WHERE "documentId" = u."documentId" AND number = u.number AND status = 'open' AND "raisedBy" IS NOT NULL AND blocking
        AND start < u."end" AND "end" > u.start) f ON true
    LEFT JOIN "Adjudication" d ON d."unitId" = u.id AND d.current AND ${decision}
    WHERE u."projectId" = ${pass.projectId}::uuid AND u."documentId" = ${place.documentId}::uuid AND u.number = ${place.number}
      AND NOT u.retired AND (${ids === null} OR u.id = ANY(${ids ?? []}::uuid[]))`

const itself = (sourceId: string): readonly string[] => [sourceId]

/** Where each source's word comes from in the end. */
async function rootsInProject(pass: ProjectPass): Promise<(sourceId: string) => readonly string[]> {
  const lineage = lineageOf(await derivations(pass))
  const known = new Map<string, readonly string[]>()
  return sourceId => {
    const roots = known.get(sourceId) ?? rootsOf(lineage, sourceId)
    known.set(sourceId, roots)
    return roots
  }
}
