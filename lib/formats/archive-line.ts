import type { ColumnKind } from "../domain/archive-table.ts"

/** A row by its columns, each as the database's client has it: times as dates, bytes as bytes. */
export type ArchiveRow = Readonly<Record<string, unknown>>
type Columns = Readonly<Record<string, ColumnKind>>

/** A row as a line of JSON with its end, columns in the order in which they are described. */
export function lineOf(columns: Columns, row: ArchiveRow): string {
  const written: Record<string, unknown> = {}
  for (const [name, kind] of Object.entries(columns)) written[name] = toJson(kind, row[name])
  return `${JSON.stringify(written)}\n`
}

/**
 * The row of a line without its end; null when it is not the very line that {@link lineOf} writes: another order,
 * another column, a value of another kind, or a character that no text of the database can hold. `said` is what the line
 * says as JSON, where that was read before.
 */
export function rowOf(columns: Columns, line: string, said: unknown = parsed(line)): ArchiveRow | null {
  const read = objectOf(said)
  if (!read || impossible.test(line)) return null
  const row: Record<string, unknown> = {}
  for (const [name, kind] of Object.entries(columns)) {
    const value = fromJson(kind, read[name])
    if (value === undefined) return null
    row[name] = value
  }
  return lineOf(columns, row) === `${line}\n` ? row : null
}

/** The escape of a zero or of half a character pair, which JSON writes in no other way. */
const impossible = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

const objectOf = (value: unknown): Record<string, unknown> | null =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null

function toJson(kind: ColumnKind, value: unknown): unknown {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return kind.startsWith("day") ? value.toISOString().slice(0, 10) : value.toISOString()
  return value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value
}

/** What a value of a line is for the database's client; undefined when it is none of its kind. */
function fromJson(kind: ColumnKind, value: unknown): unknown {
  if (value === null) return kind.endsWith("?") ? null : undefined
  return readers[kind.replace("?", "") as Plain](value)
}

type Plain = Exclude<ColumnKind, `${string}?`>

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const id = (value: unknown) => (typeof value === "string" && uuid.test(value) ? value : undefined)
const list = (one: (value: unknown) => unknown) => (value: unknown) =>
  Array.isArray(value) && value.every(each => one(each) !== undefined) ? value : undefined
const text = (value: unknown) => (typeof value === "string" ? value : undefined)

/** That a time is written as dates are is held by comparing the line. */
function date(value: unknown): Date | undefined {
  const read = new Date(typeof value === "string" ? value : Number.NaN)
  return Number.isNaN(read.getTime()) ? undefined : read
}

const readers: Readonly<Record<Plain, (value: unknown) => unknown>> = {
  id,
  person: id,
  ids: list(id),
  people: list(id),
  text,
  texts: list(text),
  int: value => (Number.isInteger(value) && Math.abs(value as number) < 2 ** 31 ? value : undefined),
  flag: value => (typeof value === "boolean" ? value : undefined),
  json: value => value,
  bytes: value => (typeof value === "string" ? new Uint8Array(Buffer.from(value, "base64")) : undefined),
  moment: date,
  day: date,
}
