import { fail, ok, type Result } from "../domain/failure.ts"
import { Prisma } from "./generated/client.ts"

/** What rows are ordered by: one of several keys, the greatest first when it goes down. What has none comes last. */
export interface OrderKey {
  readonly sql: Prisma.Sql
  readonly type: KeyType
  readonly down?: boolean
}

/**
 * Where a part of a list begins: behind the row of a cursor, which an earlier part gave, or, for pages that count them, after
 * so many rows.
 */
export type ListPlace = { readonly after: string } | { readonly from: number }

/** A part of a list, and the cursor with which it goes on; null at its end. */
export interface ListPart<R> {
  readonly rows: readonly R[]
  readonly after: string | null
}

/** What a statement needs to read a part of a list: the column `key`, a condition, and the order with its limit. */
export interface Cut {
  readonly key: Prisma.Sql
  readonly behind: Prisma.Sql
  readonly order: Prisma.Sql
}

type Key = readonly (string | null)[]

const types = {
  uuid: { sql: Prisma.sql`uuid`, fits: (words: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(words) },
  int: { sql: Prisma.sql`int`, fits: (words: string) => /^-?\d{1,9}$/.test(words) },
  real: {
    sql: Prisma.sql`float8`,
    fits: (words: string) => /^\d[\d.e-]{0,30}$/.test(words) && Number.isFinite(Number(words)),
  },
  bool: { sql: Prisma.sql`boolean`, fits: (words: string) => /^(true|false)$/.test(words) },
  time: {
    sql: Prisma.sql`timestamptz`,
    fits: (words: string) =>
      /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/.test(words) &&
      !Number.isNaN(Date.parse(`${words.slice(0, 19).replace(" ", "T")}Z`)),
  },
  text: {
    sql: Prisma.sql`text`,
    fits: (words: string) => words.length <= 2_000 && words.isWellFormed() && !words.includes("\0"),
  },
}
export type KeyType = keyof typeof types

/**
 * Read a part of a list that is ordered by keys which together no two rows share. Rows that come or go meanwhile neither
 * repeat nor hide any other, and a part far down costs no more than the first. Fails for a cursor that fits no such list.
 */
export async function listPart<R extends object>(
  keys: readonly OrderKey[],
  place: ListPlace,
  count: number,
  read: (cut: Cut) => Promise<readonly (R & { readonly key: Key })[]>,
): Promise<Result<ListPart<R>>> {
  const at = "after" in place ? keyIn(place.after, keys) : null
  if ("after" in place && !at) return lostPlace
  const offset = "from" in place ? place.from : 0
  const found = await read({
    key: Prisma.sql`ARRAY[${Prisma.join(keys.map(({ sql }) => Prisma.sql`(${sql})::text`))}] AS key`,
    behind: at ? behind(keys, at) : Prisma.sql`true`,
    order: Prisma.sql`ORDER BY ${orderBy(keys)} LIMIT ${count + 1} OFFSET ${offset}`,
  })
  const shown = found.slice(0, count)
  const rows = shown.map(({ key: _, ...row }) => row as unknown as R)
  return ok({ rows, after: found.length > count ? cursor(shown.at(-1)!.key) : null })
}

/** The keys of an order as ORDER BY takes them. */
export const orderBy = (keys: readonly OrderKey[]): Prisma.Sql => Prisma.join(keys.map(ordered))

/** As listPart, of a list that is at hand whole: a cursor is the id of a row. Fails when that row is there no more. */
export function partOf<R>(
  list: readonly R[],
  place: ListPlace,
  count: number,
  idOf: (row: R) => string,
): Result<ListPart<R>> {
  const at = "after" in place ? list.findIndex(row => idOf(row) === place.after) : place.from - 1
  if ("after" in place && at < 0) return lostPlace
  const rows = list.slice(at + 1, at + 1 + count)
  return ok({ rows, after: at + 1 + count < list.length ? idOf(rows.at(-1)!) : null })
}

const lostPlace = fail({
  code: "invalid",
  issues: [{ path: "after", message: "Load the list again from its beginning." }],
})

const ordered = ({ sql, down }: OrderKey) => Prisma.sql`${sql} ${down ? Prisma.sql`DESC` : Prisma.sql`ASC`} NULLS LAST`

/** What comes behind a key: what is greater in the first of its parts in which it differs, as the order has it. */
function behind(keys: readonly OrderKey[], at: Key): Prisma.Sql {
  return keys.reduceRight((rest, { sql, type, down }, place) => {
    const words = at[place]!
    if (words === null) return Prisma.sql`(${sql} IS NULL AND ${rest})`
    const there = Prisma.sql`${words}::${types[type].sql}`
    const past = down ? Prisma.sql`${sql} < ${there}` : Prisma.sql`${sql} > ${there}`
    return Prisma.sql`(${past} OR ${sql} IS NULL OR (${sql} = ${there} AND ${rest}))`
  }, Prisma.sql`false`)
}

const cursor = (key: Key) => Buffer.from(JSON.stringify(key)).toString("base64url")

/** The key in a cursor; null when it can't be one of these. */
function keyIn(words: string, keys: readonly OrderKey[]): Key | null {
  const read = parsed(Buffer.from(words, "base64url").toString("utf8"))
  if (!Array.isArray(read) || read.length !== keys.length) return null
  const fits = (each: unknown, at: number) =>
    each === null || (typeof each === "string" && types[keys[at]!.type].fits(each))
  return read.every(fits) ? (read as Key) : null
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
