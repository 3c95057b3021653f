/**
 * What a column holds, as it stands in an archive: "person" is an id of somebody, "moment" a time to the millisecond in
 * UTC, "bytes" base64. A question mark allows null.
 */
export type ColumnKind = (typeof columnKinds)[number] | `${(typeof columnKinds)[number]}?`
export const columnKinds = [
  "id",
  "person",
  "people",
  "ids",
  "text",
  "texts",
  "int",
  "flag",
  "json",
  "bytes",
  "moment",
  "day",
] as const

/** How the rows of a table are found: those of the project at once, or those that belong to rows of another table. */
export interface Under {
  readonly file: "documents" | "units" | "sources" | "rounds" | "threads"
  /** The column that names the row above. */
  readonly column: string
  /** Whether there may be many for each row above, so that they are read in runs of their own. */
  readonly many?: boolean
  /** Whether the project itself is one of the rows above. */
  readonly project?: boolean
}

/** A table in an archive. */
export interface ArchiveTable {
  /** As the database calls it. */
  readonly table: string
  /** In this order the rows stand in the file, each key once. */
  readonly key: readonly string[]
  readonly under?: Under
  /** Rows that are read at once; fewer where one may be long. */
  readonly run?: number
  /** The most bytes that a row may take as a line. */
  readonly line?: number
  readonly columns: Readonly<Record<string, ColumnKind>>
  /** Columns that are not in it, each with why. */
  readonly without?: Readonly<Record<string, string>>
}

export const megabyte = 1_048_576
