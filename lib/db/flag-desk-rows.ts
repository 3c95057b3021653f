import type { Role } from "../domain/access.ts"
import type { FlagStatus } from "../domain/flag.ts"
import { type DeskFilter, emptyFilter, type FlagCause, type FlagGroup } from "../domain/flag-desk.ts"
import {
  type DeskDimension,
  desk,
  deskDimensions,
  groupKeys,
  groupValue,
  narrowed,
  type SortKey,
  sortKeys,
} from "./flag-desk-filter.ts"
import { Prisma } from "./generated/client.ts"
import type { ProjectPass } from "./pass.ts"
import { shownId, shownName } from "./sight.ts"

export interface DeskLine {
  readonly id: string
  readonly documentId: string
  readonly document: string
  readonly start: number
  /** The earlier version of the text in which it stands; null for one that stands in the current text. */
  readonly lostIn: number | null
  readonly quote: string
  readonly reason: FlagCause
  readonly note: string
  /** What a rule found; null for a flag that a person raised. */
  readonly detail: unknown
  readonly unitId: string | null
  readonly blocking: boolean
  readonly status: FlagStatus
  readonly raisedBy: string | null
  readonly raiser: string | null
  readonly raisedAt: Date
  readonly assigneeId: string | null
  readonly assignee: string | null
  /** As YYYY-MM-DD. */
  readonly dueOn: string | null
  readonly due: string
  readonly answer: string
  readonly answerer: string | null
  readonly answeredAt: Date | null
  readonly version: number
  /** What the groups of the list are told apart by; null in a list without groups. */
  readonly group: string | null
  /** Where it stands in the order of the list, to go on behind it. */
  readonly keys: readonly string[]
}

/** How much of a quote a list shows, in characters. */
const quoteLimit = 300

/** Flags in the order that a filter asks for, from behind the place `after` on. */
export function deskLines(
  pass: ProjectPass,
  filter: DeskFilter,
  after: readonly string[] | null,
  count: number,
): Promise<DeskLine[]> {
  const [groups, keys] = [groupsOf(pass, filter), sortKeys[filter.sort]]
  const down = filter.sort === "newest"
  const order = [
    ...groups.map(({ sql }) => Prisma.sql`${sql} ASC`),
    ...keys.map(({ sql }) => (down ? Prisma.sql`${sql} DESC` : Prisma.sql`${sql} ASC`)),
  ]
  return pass.tx.$queryRaw<DeskLine[]>`
    SELECT x.id, x."documentId", x.title AS document, x.start, x."lostIn", x.reason, x.note, x.detail, x."unitId", x.blocking, x.status,
      CASE WHEN length(x.quote) > ${quoteLimit} THEN left(x.quote, ${quoteLimit}) || '…' ELSE x.quote END AS quote,
      ${shownId(pass, Prisma.sql`x."raisedBy"`)} AS "raisedBy", ${shownName(pass, Prisma.sql`r`)} AS raiser, x."raisedAt",
      ${shownId(pass, Prisma.sql`x."assigneeId"`)} AS "assigneeId", ${shownName(pass, Prisma.sql`p`)} AS assignee,
      x."dueOn"::text AS "dueOn", x.due, x.answer, ${shownName(pass, Prisma.sql`w`)} AS answerer, x."answeredAt", x.version,
      ${filter.group ? groupValue(pass, filter.group) : Prisma.sql`NULL`} AS "group",
      ARRAY[${Prisma.join([...groups, ...keys].map(({ sql }) => Prisma.sql`(${sql})::text`))}] AS keys
    FROM ${desk(pass, filter.q)}
    LEFT JOIN "User" r ON r.id = x."raisedBy" LEFT JOIN "User" p ON p.id = x."assigneeId"
    LEFT JOIN "User" w ON w.id = x."answeredBy"
    ${filter.group && filter.largest ? sizes(pass, filter, filter.group) : Prisma.empty}
    WHERE ${narrowed(pass, filter)} ${after ? Prisma.sql`AND ${behind(groups, keys, after, down)}` : Prisma.empty}
    ORDER BY ${Prisma.join(order)} LIMIT ${count}`
}

/** By what groups follow one another: the largest first when that is asked for, then by their words. */
const groupsOf = (pass: ProjectPass, { group, largest }: DeskFilter): readonly SortKey[] =>
  group ? [...(largest ? [smallness] : []), ...groupKeys(pass, group)] : []

/** How far the size of a row's group is from the most that there could be, so that the largest group is the first. */
const smallness: SortKey = { sql: Prisma.sql`${999_999_999}::int - z.size`, type: "int" }

/** The sizes of the groups of a list, beside its rows. */
const sizes = (pass: ProjectPass, filter: DeskFilter, group: FlagGroup) => Prisma.sql`
    JOIN (SELECT ${groupValue(pass, group)} AS value, count(*)::int AS size FROM ${desk(pass, filter.q)}
      WHERE ${narrowed(pass, filter)} GROUP BY 1) z ON z.value = ${groupValue(pass, group)}`

function behind(groups: readonly SortKey[], keys: readonly SortKey[], after: readonly string[], down: boolean) {
  const row = (list: readonly SortKey[]) => Prisma.sql`(${Prisma.join(list.map(({ sql }) => sql))})`
  const place = (list: readonly SortKey[], from: number) =>
    Prisma.sql`(${Prisma.join(list.map(({ type }, at) => typed(after[from + at]!, type)))})`
  const further = down
    ? Prisma.sql`${row(keys)} < ${place(keys, groups.length)}`
    : Prisma.sql`${row(keys)} > ${place(keys, groups.length)}`
  if (groups.length === 0) return further
  return Prisma.sql`(${row(groups)} > ${place(groups, 0)} OR (${row(groups)} = ${place(groups, 0)} AND ${further}))`
}

const typed = (word: string, type: SortKey["type"]): Prisma.Sql =>
  ({
    text: Prisma.sql`${word}::text`,
    int: Prisma.sql`${word}::text::int`,
    date: Prisma.sql`${word}::text::date`,
    time: Prisma.sql`${word}::text::timestamptz`,
    uuid: Prisma.sql`${word}::text::uuid`,
  })[type]

const forms: Record<SortKey["type"], RegExp> = {
  text: /^[^\0]{0,1000}$/s,
  int: /^\d{1,9}$/,
  date: /^\d{4}-\d\d-\d\d$/,
  time: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:\d\d)?$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
}

/** Whether these words can be a place in the list that a filter asks for. */
export function isPlace(pass: ProjectPass, filter: DeskFilter, words: readonly string[]): boolean {
  const keys = [...groupsOf(pass, filter), ...sortKeys[filter.sort]]
  return words.length === keys.length && keys.every(({ type }, at) => forms[type].test(words[at]!))
}

/** A value of one of the desk's dimensions with how many flags have it. */
export interface DeskCount {
  readonly facet: DeskDimension | "group" | "total"
  readonly value: string
  readonly count: number
}

/**
 * How many flags there are of each value of each dimension, as narrowed by all the others; how many in each group of the
 * list, and how many in all. One statement, that goes over the project's flags once.
 */
export function deskCounts(pass: ProjectPass, filter: DeskFilter): Promise<DeskCount[]> {
  const columns = Prisma.sql`x.status, x.by, x.reason, x."documentId", x."assigneeId", x.due, x.age, x.blocking`
  const value: Record<DeskDimension, Prisma.Sql> = {
    status: Prisma.sql`x.status`,
    by: Prisma.sql`x.by`,
    reason: groupValue(pass, "reason"),
    document: groupValue(pass, "document"),
    assignee: groupValue(pass, "assignee"),
    due: groupValue(pass, "due"),
    age: Prisma.sql`x.age`,
    blocking: Prisma.sql`x.blocking::text`,
  }
  const counts = (facet: DeskCount["facet"], by: Prisma.Sql, but?: DeskDimension) => Prisma.sql`
    SELECT ${facet}::text AS facet, ${by} AS value, sum(x.n)::int AS count FROM cube x
    WHERE ${narrowed(pass, filter, but)} GROUP BY 2`
  return pass.tx.$queryRaw<DeskCount[]>`
    WITH cube AS MATERIALIZED (SELECT ${columns}, count(*) AS n FROM ${desk(pass, filter.q)} GROUP BY ${columns})
    ${Prisma.join(
      [
        ...deskDimensions.map(dimension => counts(dimension, value[dimension], dimension)),
        counts("total", Prisma.sql`''::text`),
        ...(filter.group ? [counts("group", groupValue(pass, filter.group))] : []),
      ],
      " UNION ALL ",
    )}`
}

/** How many open flags the desk lists. */
export async function openFlags(pass: ProjectPass): Promise<number> {
  const [row] = await pass.tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM ${desk(pass, "")} WHERE ${narrowed(pass, emptyFilter)}`
  return row?.count ?? 0
}

/** A flag as an act on many needs to know it. */
export interface ChosenFlag {
  readonly id: string
  readonly documentId: string
  readonly version: number
  readonly status: FlagStatus
  readonly raisedBy: string | null
  readonly assigneeId: string | null
}

/** Every flag that a filter asks for, in the order of the documents, and of the text in each; at most `most` of them. */
export const chosenFlags = (pass: ProjectPass, filter: DeskFilter, most: number): Promise<ChosenFlag[]> =>
  pass.tx.$queryRaw<ChosenFlag[]>`
    SELECT x.id, x."documentId", x.version, x.status, ${shownId(pass, Prisma.sql`x."raisedBy"`)} AS "raisedBy",
      ${shownId(pass, Prisma.sql`x."assigneeId"`)} AS "assigneeId"
    FROM ${desk(pass, filter.q)} WHERE ${narrowed(pass, filter)}
    ORDER BY x."documentId", x.start, x.id LIMIT ${most}`

/** Somebody who is or was a member, as the actor may know them. */
export interface DeskPerson {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly left: boolean
}

/**
 * The people whom flags can belong to, or may have belonged to, by name. Under pseudonyms nobody is told who has which role
 * or who left: that would tell who is behind a name.
 */
export const deskPeople = (pass: ProjectPass): Promise<DeskPerson[]> =>
  pass.tx.$queryRaw<DeskPerson[]>`
    SELECT ${shownId(pass, Prisma.sql`p.id`)} AS id, ${shownName(pass, Prisma.sql`p`)} AS name,
      CASE WHEN ${pass.sight.salt === null} OR p.id = ${pass.actor.id}::uuid THEN m.role ELSE 'reviewer' END AS role,
      ${pass.sight.salt === null} AND m."leftAt" IS NOT NULL AS left
    FROM "Membership" m JOIN "User" p ON p.id = m."userId"
    WHERE m."projectId" = ${pass.projectId}::uuid ORDER BY name, id`
