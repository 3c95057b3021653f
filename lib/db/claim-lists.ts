import type { FlagReason } from "../domain/flag.ts"
import type { Label } from "../domain/label.ts"
import type { Span } from "../domain/unit.ts"
import type { ClaimState } from "../domain/verdict.ts"
import { Prisma } from "./generated/client.ts"
import type { ProjectPass } from "./pass.ts"
import { shown, shownId, shownState, shownVerdict } from "./sight.ts"

/**
 * The live claims of the current texts, as a query: their states as the actor may see them, and `n`, which counts a text's
 * claims from 1. Of the documents in `among` only, which is a query of ids.
 */
export const liveClaims = (pass: ProjectPass, among: Prisma.Sql | null = null): Prisma.Sql => Prisma.sql`
  SELECT u.id, u."documentId", u.start, u."end", d.title, d."createdAt" AS added,
    ${shownState(pass)} AS state, ${shownVerdict(pass)} AS verdict,
    (row_number() OVER (PARTITION BY u."documentId" ORDER BY u.start))::int AS n
  FROM "Document" d JOIN "Unit" u ON u."documentId" = d.id AND u.number = d."currentVersion"
    AND u.kind = 'claim' AND NOT u.retired
  WHERE d."projectId" = ${pass.projectId}::uuid ${among ? Prisma.sql`AND d.id IN (${among})` : Prisma.empty}`

/** The current label of `a`, a row of "Annotation", may be seen by the actor. */
export const seenLabel = (pass: ProjectPass): Prisma.Sql =>
  Prisma.sql`a.current AND ${shown(pass, Prisma.sql`a."reviewerId"`, Prisma.sql`a."unitId"`, Prisma.sql`a."documentId"`)}`

export interface ClaimSpan extends Span {
  readonly id: string
  readonly documentId: string
  readonly state: ClaimState
}

/** Where the live claims of the current texts stand, in the order of each text; of one document only when it is given. */
export const claimSpans = (
  pass: ProjectPass,
  documentId: string | null,
  which: "all" | "unvetted",
): Promise<ClaimSpan[]> =>
  pass.tx.$queryRaw<ClaimSpan[]>`
    SELECT id, "documentId", start, "end", state FROM (${liveClaims(pass, documentId ? Prisma.sql`${documentId}::uuid` : null)}) c
    WHERE ${which === "all" ? Prisma.sql`true` : Prisma.sql`state <> 'vetted'`} ORDER BY "documentId", start`

export interface BlockingFlag extends Span {
  readonly documentId: string
  readonly reason: FlagReason
}

/** The open flags that block, on the current texts, in the order of each text; of one document only when it is given. */
export const blockingFlags = (pass: ProjectPass, documentId: string | null = null): Promise<BlockingFlag[]> =>
  pass.tx.$queryRaw<BlockingFlag[]>`
    SELECT f."documentId", f.start, f."end", f.reason
    FROM "Flag" f JOIN "Document" d ON d.id = f."documentId" AND d."currentVersion" = f.number
    WHERE f."projectId" = ${pass.projectId}::uuid AND f.status = 'open' AND f."raisedBy" IS NOT NULL AND f.blocking
      ${documentId ? Prisma.sql`AND f."documentId" = ${documentId}::uuid` : Prisma.empty}
    ORDER BY f."documentId", f.start`

export interface ClaimChoice {
  readonly state?: ClaimState | undefined
  readonly verdict?: Label | "any" | "none" | undefined
  readonly document?: string | undefined
  /** From claim to claim of its document, counted from 1. */
  readonly from?: number | undefined
  readonly to?: number | undefined
  /** Labelled by this person, by the id under which the actor knows them. */
  readonly by?: string | undefined
  readonly labelled?: "some" | "none" | "several" | undefined
  /** Assigned to this person, who has not labelled it yet. */
  readonly assigned?: string | undefined
  /** Only these, when they are given. */
  readonly ids?: readonly string[] | undefined
}

export interface ClaimLine extends Span {
  readonly id: string
  readonly documentId: string
  readonly document: string
  /** Its place among the claims of its document, from 1. */
  readonly n: number
  readonly state: ClaimState
  readonly verdict: Label | null
  /** How many people's labels the actor may see. */
  readonly labels: number
  /** When the last of them was given. */
  readonly lastAt: Date | null
}

export type ClaimSort = "text" | "newest" | "oldest" | "labels"

const orders: Readonly<Record<ClaimSort, Prisma.Sql>> = {
  text: Prisma.sql`c.added, c."documentId", c.start`,
  newest: Prisma.sql`l."lastAt" DESC NULLS LAST, c.added, c."documentId", c.start`,
  oldest: Prisma.sql`l."lastAt" ASC NULLS LAST, c.added, c."documentId", c.start`,
  labels: Prisma.sql`coalesce(l.labels, 0) DESC, c.added, c."documentId", c.start`,
}

export interface ClaimOrder {
  readonly sort: ClaimSort
  /** In the order of the texts: only what comes behind this place. */
  readonly after?: { readonly documentId: string; readonly start: number } | undefined
}

/** Claims of the project in the order asked for; `from` counts from 0. */
export const claimLines = (
  pass: ProjectPass,
  choice: ClaimChoice,
  { sort, after }: ClaimOrder,
  from: number,
  count: number,
): Promise<ClaimLine[]> =>
  pass.tx.$queryRaw<ClaimLine[]>`
    WITH ${chosen(pass, choice)}
    SELECT c.id, c."documentId", c.title AS document, c.n, c.start, c."end", c.state, c.verdict,
      coalesce(l.labels, 0) AS labels, l."lastAt"
    FROM c LEFT JOIN l ON l."unitId" = c.id WHERE ${conditions(pass, choice)} ${behind(pass, after)}
    ORDER BY ${orders[sort]} LIMIT ${count} OFFSET ${from}`

const behind = (pass: ProjectPass, after: ClaimOrder["after"]) =>
  after
    ? Prisma.sql`AND (c.added, c."documentId", c.start) > (
        SELECT d."createdAt", d.id, ${after.start}::int FROM "Document" d
        WHERE d.id = ${after.documentId}::uuid AND d."projectId" = ${pass.projectId}::uuid)`
    : Prisma.empty

export async function claimCount(pass: ProjectPass, choice: ClaimChoice): Promise<number> {
  const [row] = await pass.tx.$queryRaw<{ count: number }[]>`
    WITH ${chosen(pass, choice)}
    SELECT count(*)::int AS count FROM c LEFT JOIN l ON l."unitId" = c.id WHERE ${conditions(pass, choice)}`
  return row?.count ?? 0
}

const chosen = (pass: ProjectPass, { document }: ClaimChoice) => Prisma.sql`
  c AS MATERIALIZED (${liveClaims(pass, document ? Prisma.sql`${document}::uuid` : null)}),
  l AS (
    SELECT a."unitId", count(*)::int AS labels, max(a."createdAt") AS "lastAt"
    FROM "Annotation" a WHERE a."documentId" IN (SELECT "documentId" FROM c) AND ${seenLabel(pass)} GROUP BY 1)`

const labelCounts = {
  some: Prisma.sql`l.labels > 0`,
  none: Prisma.sql`l.labels IS NULL`,
  several: Prisma.sql`l.labels > 1`,
}

function conditions(pass: ProjectPass, choice: ClaimChoice): Prisma.Sql {
  const { state, verdict, from, to, by, labelled, assigned, ids } = choice
  const all = [
    state && Prisma.sql`c.state = ${state}`,
    verdict === "any" && Prisma.sql`c.verdict IS NOT NULL`,
    verdict === "none" && Prisma.sql`c.verdict IS NULL`,
    verdict && verdict !== "any" && verdict !== "none" && Prisma.sql`c.verdict = ${verdict}`,
    from && Prisma.sql`c.n >= ${from}`,
    to && Prisma.sql`c.n <= ${to}`,
    by && Prisma.sql`c.id IN (${labelledBy(pass, by)})`,
    labelled && labelCounts[labelled],
    assigned && Prisma.sql`c.id IN (${leftFor(pass, assigned)})`,
    ids && Prisma.sql`c.id = ANY(${[...ids]}::uuid[])`,
  ].filter(condition => condition !== undefined && condition !== false && condition !== "" && condition !== 0)
  return all.length === 0 ? Prisma.sql`true` : Prisma.join(all as Prisma.Sql[], " AND ")
}

const labelledBy = (pass: ProjectPass, person: string) => Prisma.sql`
  SELECT a."unitId" FROM "Annotation" a WHERE a."projectId" = ${pass.projectId}::uuid
    AND ${shownId(pass, Prisma.sql`a."reviewerId"`)} = ${person}::uuid AND ${seenLabel(pass)}`

const leftFor = (pass: ProjectPass, person: string) => Prisma.sql`
  SELECT s."unitId" FROM "Assignment" s
  WHERE s."projectId" = ${pass.projectId}::uuid AND s."userId" = ${person}::uuid AND s."endedAt" IS NULL
    AND NOT EXISTS (SELECT 1 FROM "Annotation" a WHERE a."unitId" = s."unitId" AND a."reviewerId" = s."userId" AND ${seenLabel(pass)})`
