import { causesNamed, type DeskFilter, type FlagGroup, type FlagSort, flagCauses } from "../domain/flag-desk.ts"
import { Prisma } from "./generated/client.ts"
import type { ProjectPass } from "./pass.ts"
import { shownId, shownName, unveiled, veils } from "./sight.ts"

/** What the desk can be narrowed by, each on its own, beside the search. */
export const deskDimensions = [
  "status",
  "by",
  "reason",
  "document",
  "assignee",
  "due",
  "age",
  "blocking",
] as const satisfies readonly (keyof DeskFilter)[]
export type DeskDimension = (typeof deskDimensions)[number]

const day = 24 * 60 * 60_000

/**
 * The flags on the current texts, those that these lost and those of people on versions that were taken back, that the
 * actor may see and that hold what is searched for, as the relation `x`, with what they are narrowed and ordered by. Of a
 * veiled claim nothing is listed, nor counted, that a rule found there.
 */
export function desk(pass: ProjectPass, q: string): Prisma.Sql {
  const today = pass.at.toISOString().slice(0, 10)
  const before = (days: number) => new Date(pass.at.getTime() - days * day)
  return Prisma.sql`(
    SELECT f.id, f."documentId", f.start, f."end", f.quote, f.reason, f.note, f.blocking, f.status, f."raisedBy",
      f."raisedAt", f."unitId", f.detail, f.answer, f."answeredBy", f."answeredAt", f.version, f."dueOn", f."assigneeId", d.title,
      CASE WHEN d."currentVersion" <> f.number THEN f.number END AS "lostIn",
      CASE WHEN f."raisedBy" IS NULL THEN 'rules' WHEN f."raisedBy" = ${pass.actor.id}::uuid THEN 'me' ELSE 'others' END AS by,
      CASE WHEN f."dueOn" IS NULL THEN 'none' WHEN f."dueOn" < ${today}::date THEN 'overdue'
        WHEN f."dueOn" <= ${today}::date + 7 THEN 'week' ELSE 'later' END AS due,
      CASE WHEN f."raisedAt" > ${before(1)} THEN 'day' WHEN f."raisedAt" > ${before(7)} THEN 'week'
        WHEN f."raisedAt" > ${before(30)} THEN 'month' ELSE 'older' END AS age
    FROM "Flag" f JOIN "Document" d ON d.id = f."documentId" AND (f."raisedBy" IS NOT NULL
      OR d."currentVersion" = f.number OR d."currentVersion" > f.number AND f.reason = 'anchor-lost')
    WHERE f."projectId" = ${pass.projectId}::uuid
      ${
        veils(pass)
          ? Prisma.sql`AND (f."unitId" IS NULL OR ${unveiled(pass, Prisma.sql`f."unitId"`, Prisma.sql`f."documentId"`)})`
          : Prisma.empty
      }
      ${q === "" ? Prisma.empty : Prisma.sql`AND ${holding(q)}`}) x`
}

function holding(q: string): Prisma.Sql {
  const like = `%${q.replace(/[\\%_]/g, sign => `\\${sign}`)}%`
  return Prisma.sql`(f.quote ILIKE ${like} OR f.note ILIKE ${like} OR f.answer ILIKE ${like} OR d.title ILIKE ${like}
    OR f.reason = ANY(${[...causesNamed(q)]}::text[]))`
}

/** What each part of a filter asks of a row of {@link desk}, or of one of its counts; `true` for what is left open. */
function conditions(pass: ProjectPass, filter: DeskFilter): Readonly<Record<DeskDimension, Prisma.Sql>> {
  const { status, by, reason, document, assignee, due, age, blocking } = filter
  const all = Prisma.sql`true`
  return {
    status: status === "all" ? all : Prisma.sql`x.status = ${status}`,
    by: !by ? all : by === "people" ? Prisma.sql`x.by <> 'rules'` : Prisma.sql`x.by = ${by}`,
    reason: reason.length === 0 ? all : Prisma.sql`x.reason = ANY(${[...reason]}::text[])`,
    document: document.length === 0 ? all : Prisma.sql`x."documentId" = ANY(${[...document]}::uuid[])`,
    assignee: !assignee ? all : assignedTo(pass, assignee),
    due: due ? Prisma.sql`x.due = ${due}` : all,
    age: age ? Prisma.sql`x.age = ${age}` : all,
    blocking: blocking ? Prisma.sql`x.blocking` : all,
  }
}

function assignedTo(pass: ProjectPass, assignee: string): Prisma.Sql {
  if (assignee === "nobody") return Prisma.sql`x."assigneeId" IS NULL`
  if (assignee === "me") return Prisma.sql`x."assigneeId" = ${pass.actor.id}::uuid`
  return Prisma.sql`${shownId(pass, Prisma.sql`x."assigneeId"`)} = ${assignee}::uuid`
}

/** All that a filter asks for, but for what it asks of one dimension. */
export function narrowed(pass: ProjectPass, filter: DeskFilter, but?: DeskDimension): Prisma.Sql {
  const asked = conditions(pass, filter)
  return Prisma.join(
    deskDimensions.filter(dimension => dimension !== but).map(dimension => asked[dimension]),
    " AND ",
  )
}

/** A key of an order: what it is and of which type, so that a place in a list can be told and read again. */
export interface SortKey {
  readonly sql: Prisma.Sql
  readonly type: "text" | "int" | "date" | "time" | "uuid"
}

const raisedAt: SortKey = { sql: Prisma.sql`x."raisedAt"`, type: "time" }
const dueOn: SortKey = { sql: Prisma.sql`coalesce(x."dueOn", '9999-12-31'::date)`, type: "date" }
const rank: SortKey = { sql: Prisma.sql`array_position(${[...flagCauses]}::text[], x.reason)`, type: "int" }
const document: readonly SortKey[] = [
  { sql: Prisma.sql`x.title`, type: "text" },
  { sql: Prisma.sql`x."documentId"`, type: "uuid" },
]
const start: SortKey = { sql: Prisma.sql`x.start`, type: "int" }
const last: SortKey = { sql: Prisma.sql`x.id`, type: "uuid" }

/** By what a list is ordered within its groups; the id comes last, so that no two rows stand at one place. */
export const sortKeys: Readonly<Record<FlagSort, readonly SortKey[]>> = {
  newest: [raisedAt, last],
  oldest: [raisedAt, last],
  due: [dueOn, raisedAt, last],
  document: [...document, start, last],
  reason: [rank, raisedAt, last],
}

/** What a group is told apart by: the id of a document or a person, a reason, a time; "" for nobody. */
export const groupValue = (pass: ProjectPass, group: FlagGroup): Prisma.Sql =>
  ({
    document: Prisma.sql`x."documentId"::text`,
    reason: Prisma.sql`x.reason`,
    assignee: Prisma.sql`coalesce(${shownId(pass, Prisma.sql`x."assigneeId"`)}::text, '')`,
    due: Prisma.sql`x.due`,
  })[group]

/** The words that groups follow one another by: titles, reasons in their order, names and nobody last, the sooner first. */
export const groupKeys = (pass: ProjectPass, group: FlagGroup): readonly SortKey[] =>
  ({
    document,
    reason: [rank],
    assignee: [
      { sql: Prisma.sql`CASE WHEN p.id IS NULL THEN 1 ELSE 0 END`, type: "int" },
      { sql: Prisma.sql`coalesce(${shownName(pass, Prisma.sql`p`)}, '')`, type: "text" },
      { sql: Prisma.sql`coalesce(${shownId(pass, Prisma.sql`p.id`)}, ${pass.projectId}::uuid)`, type: "uuid" },
    ],
    due: [
      {
        sql: Prisma.sql`array_position(ARRAY['overdue', 'week', 'later', 'none'], x.due)`,
        type: "int",
      },
    ],
  })[group] as readonly SortKey[]
