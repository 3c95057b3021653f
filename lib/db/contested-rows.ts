import type { ContestedOrder, ContestedWay, Votes } from "../domain/contested.ts"
import { ok, type Result } from "../domain/failure.ts"
import { countingLinks } from "./claim-link-rows.ts"
import { Prisma } from "./generated/client.ts"
import { type ListPart, type ListPlace, listPart, type OrderKey, orderBy } from "./keyset.ts"
import type { ProjectPass } from "./pass.ts"
import { questionedClaims } from "./question-rows.ts"
import { countsFor } from "./shared-evidence.ts"
import { unveiled, veils } from "./sight.ts"
import type { TextPlace } from "./text-place.ts"

/** Which contested claims are listed, and in which order. */
export interface ContestedWish {
  readonly documentId: string | null
  readonly order: ContestedOrder
  /** Those that wait for no answer, those that do, or both. */
  readonly show: "ready" | "waiting" | "all"
  /** Whether those are left out that the actor labelled. */
  readonly withoutOwn: boolean
  /** Only those contested in this way; of some ways it is known of which claims that holds. */
  readonly how: ContestedWay | null
  readonly only: readonly string[] | null
}

export interface ContestedRow extends TextPlace {
  readonly unitId: string
  readonly document: string
  /** Its document's place in the project. */
  readonly place: number
  readonly start: number
  readonly votes: Votes
  /** Whether the actor labelled it. */
  readonly mine: boolean
  /** Whether a question about it waits for somebody, or all questions were answered. */
  readonly waiting: boolean
  readonly answered: boolean
  /** When somebody last gave it a label that stands. */
  readonly lastAt: Date | null
}

// Claims of current texts by what their place hangs on; `which` says of what units `u`.
const keyed = (pass: ProjectPass, which: Prisma.Sql) => Prisma.sql`
  SELECT u.id, u."documentId", d.number, d.title, d.place, u.start, a.documented, a.disputed, a.speculative,
    a.people, a.mine, a."lastAt", coalesce(q.waiting, false) AS waiting, q.waiting IS NOT DISTINCT FROM false AS answered,
    CASE WHEN a.people < 2 THEN 1 ELSE
      (a.documented * (a.documented - 1) + a.disputed * (a.disputed - 1) + a.speculative * (a.speculative - 1))::float8
      / (a.people * (a.people - 1)) END AS share
  FROM "Unit" u JOIN d ON d.id = u."documentId" AND d.number = u.number LEFT JOIN q ON q.id = u.id
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS people, (count(*) FILTER (WHERE label = 'documented'))::int AS documented,
      (count(*) FILTER (WHERE label = 'disputed'))::int AS disputed,
      (count(*) FILTER (WHERE label = 'speculative'))::int AS speculative,
      coalesce(bool_or("reviewerId" = ${pass.actor.id}::uuid), false) AS mine, max("createdAt") AS "lastAt"
    FROM "Annotation" WHERE "unitId" = u.id AND current) a
  WHERE u."projectId" = ${pass.projectId}::uuid AND NOT u.retired AND u.kind = 'claim' AND ${which}
    AND ${veils(pass) ? unveiled(pass, Prisma.sql`u.id`, Prisma.sql`u."documentId"`) : Prisma.sql`true`}`

const documents = (pass: ProjectPass) => Prisma.sql`
  d AS (
    SELECT id, title, "currentVersion" AS number, row_number() OVER (ORDER BY "createdAt", id)::int AS place
    FROM "Document" WHERE "projectId" = ${pass.projectId}::uuid),
  q AS MATERIALIZED ${questionedClaims(pass)}`

const isContested = Prisma.sql`u.state = 'contested'`

/** The part of a wish that counts ask too, and the rest of it. */
const chosen = ({ documentId, how, only }: ContestedWish) => Prisma.sql`
  ${documentId === null ? Prisma.sql`true` : Prisma.sql`c."documentId" = ${documentId}::uuid`}
  AND ${how === "labels" ? Prisma.sql`(c.documented > 0)::int + (c.disputed > 0)::int + (c.speculative > 0)::int > 1` : Prisma.sql`true`}
  AND ${only === null ? Prisma.sql`true` : Prisma.sql`c.id IN (SELECT unnest(${[...only]}::uuid[]))`}`
const shown = ({ show, withoutOwn }: ContestedWish) => Prisma.sql`
  ${show === "all" ? Prisma.sql`true` : Prisma.sql`c.waiting = ${show === "waiting"}`} AND NOT (${withoutOwn} AND c.mine)`

/** As `compareContested` of `lib/domain/contested.ts` has it; a test holds them together. */
const orders: Readonly<Record<ContestedOrder, readonly OrderKey[]>> = (() => {
  const answered: OrderKey = { sql: Prisma.sql`c.answered`, type: "bool", down: true }
  const people: OrderKey = { sql: Prisma.sql`c.people`, type: "int", down: true }
  const document: OrderKey[] = [
    { sql: Prisma.sql`c.place`, type: "int" },
    { sql: Prisma.sql`c.start`, type: "int" },
  ]
  return {
    agreement: [answered, { sql: Prisma.sql`c.share`, type: "real" }, people, ...document],
    people: [answered, people, ...document],
    oldest: [answered, { sql: Prisma.sql`c."lastAt"`, type: "time" }, ...document],
    document,
  }
})()

type Stored = Omit<ContestedRow, "votes"> & Votes

/** Contested claims that the actor may see, in their order, so many from a place on. */
export async function contestedRows(
  pass: ProjectPass,
  wish: ContestedWish,
  place: ListPlace,
  count: number,
): Promise<Result<ListPart<ContestedRow>>> {
  const part = await listPart<Stored>(
    orders[wish.order],
    place,
    count,
    ({ key, behind, order }) => pass.tx.$queryRaw`
    WITH ${documents(pass)}, c AS (${keyed(pass, isContested)})
    SELECT c.id AS "unitId", c."documentId", c.number, c.title AS document, c.place, c.start, c.documented, c.disputed,
      c.speculative, c.mine, c.waiting, c.answered, c."lastAt", ${key}
    FROM c WHERE ${chosen(wish)} AND ${shown(wish)} AND ${behind} ${order}`,
  )
  if (!part.ok) return part
  const rows = part.value.rows.map(({ documented, disputed, speculative, ...row }) => ({
    ...row,
    votes: { documented, disputed, speculative },
  }))
  return ok({ ...part.value, rows })
}

export interface ContestedCounts {
  /** As the wish has it. */
  readonly total: number
  /** Of all that it would list whether they wait or not: those that do. */
  readonly waiting: number
  /** Those that are left out since the actor labelled them. */
  readonly own: number
}

export async function contestedCounts(pass: ProjectPass, wish: ContestedWish): Promise<ContestedCounts> {
  const [row] = await pass.tx.$queryRaw<ContestedCounts[]>`
    WITH ${documents(pass)}, c AS (${keyed(pass, isContested)})
    SELECT (count(*) FILTER (WHERE ${shown(wish)}))::int AS total,
      (count(*) FILTER (WHERE c.waiting AND NOT (${wish.withoutOwn} AND c.mine)))::int AS waiting,
      (count(*) FILTER (WHERE ${wish.withoutOwn} AND c.mine AND ${shown({ ...wish, withoutOwn: false })}))::int AS own
    FROM c WHERE ${chosen(wish)}`
  return row!
}

export interface ContestedPlace {
  /** How many are listed, and how many of them until this claim, itself included when it is listed. */
  readonly total: number
  readonly until: number
  readonly listed: boolean
  /** The next one and the one before; at an end of the list its other end. Null when there is no other. */
  readonly next: string | null
  readonly previous: string | null
}

/**
 * Where a claim stands among those that are listed, also one that is not: its place is kept when it is decided, so that
 * the next one is the one that came after it.
 */
export async function contestedPlace(pass: ProjectPass, wish: ContestedWish, unitId: string): Promise<ContestedPlace> {
  const [row] = await pass.tx.$queryRaw<ContestedPlace[]>`
    WITH ${documents(pass)},
    c AS (
      (SELECT *, false AS here FROM (${keyed(pass, isContested)} AND u.id <> ${unitId}::uuid) c WHERE ${chosen(wish)} AND ${shown(wish)})
      UNION ALL SELECT *, true FROM (${keyed(pass, Prisma.sql`u.id = ${unitId}::uuid`)}) one),
    n AS (
      SELECT c.id, c.here, row_number() OVER (ORDER BY ${orderBy(orders[wish.order])}) AS n,
        NOT c.here OR EXISTS (
          SELECT 1 FROM "Unit" u WHERE u.id = c.id AND ${isContested} AND ${chosen(wish)} AND ${shown(wish)}) AS listed
      FROM c),
    h AS (SELECT coalesce((SELECT n FROM n WHERE here), 0) AS n)
    SELECT (count(*) FILTER (WHERE n.listed))::int AS total, (count(*) FILTER (WHERE n.listed AND n.n <= h.n))::int AS until,
      coalesce(bool_or(n.here AND n.listed), false) AS listed,
      coalesce((array_agg(n.id ORDER BY n.n) FILTER (WHERE NOT n.here AND n.n > h.n))[1],
        (array_agg(n.id ORDER BY n.n) FILTER (WHERE NOT n.here))[1]) AS next,
      coalesce((array_agg(n.id ORDER BY n.n DESC) FILTER (WHERE NOT n.here AND n.n < h.n))[1],
        (array_agg(n.id ORDER BY n.n DESC) FILTER (WHERE NOT n.here))[1]) AS previous
    FROM h LEFT JOIN n ON true GROUP BY h.n`
  return row!
}

/** Contested claims against which something is cited: among them are all whose evidence makes them so. */
export async function disputedByCitation(
  pass: ProjectPass,
  documentId: string | null,
): Promise<(TextPlace & { readonly unitId: string })[]> {
  const links = await countingLinks(pass)
  return pass.tx.$queryRaw`
    SELECT u.id AS "unitId", u."documentId", u.number
    FROM "Unit" u JOIN "Document" d ON d.id = u."documentId" AND d."currentVersion" = u.number
    WHERE u."projectId" = ${pass.projectId}::uuid AND NOT u.retired AND u.kind = 'claim' AND ${isContested}
      AND ${documentId === null ? Prisma.sql`true` : Prisma.sql`u."documentId" = ${documentId}::uuid`}
      AND ${unveiled(pass, Prisma.sql`u.id`, Prisma.sql`u."documentId"`)}
      AND EXISTS (
        SELECT 1 FROM "Citation" c WHERE ${countsFor(links)} AND c."withdrawnAt" IS NULL AND c.stance = 'disputes')`
}

/** In which document of the project the unit stands, when it is there at all. */
export async function documentOf(pass: ProjectPass, unitId: string): Promise<string | null> {
  const where = { id: unitId, projectId: pass.projectId }
  return (await pass.tx.unit.findFirst({ where, select: { documentId: true } }))?.documentId ?? null
}
