import { createHash } from "node:crypto"
import { changeHash } from "../db/change-hash.ts"
import { JsonInTurns } from "../db/json-in-turns.ts"
import { projectHead } from "../db/project-head.ts"
import { type ArchiveFile, type ArchivePerson, archiveFiles, tableOf } from "../domain/archive-tables.ts"
import { ArchiveTrouble } from "../domain/archive-trouble.ts"
import { type ChangeKind, changeKinds } from "../domain/change.ts"
import { changeOf } from "../domain/stored-change.ts"
import { type ArchiveRow, rowOf } from "../formats/archive-line.ts"
import { partName, type StreamHead } from "../formats/project-archive.ts"
import { columnsOf, saysWhatItShould } from "../schema/archive-input.ts"
import type { OpenArchive } from "./archive-file.ts"

/** What a whole archive says, once every line of it is checked. */
export interface CheckedArchive {
  readonly projectId: string
  readonly name: string
  readonly people: readonly ArchivePerson[]
  /** The roles of the members who have not left, by their ids. */
  readonly roles: ReadonlyMap<string, string>
  /** Rows by their files. */
  readonly counts: Readonly<Record<ArchiveFile, number>>
  /** The sum of the revisions of all streams. */
  readonly revisions: number
}

/**
 * Reads all of an archive and throws an ArchiveTrouble at the first thing that is wrong with it: bytes that the manifest
 * knows otherwise, rows that are no rows, out of order, of another project or of people who are not in it, spans outside
 * their text, and a log of which the chain of hashes is broken. What rows ask of each other the database holds when they
 * are stored.
 */
export async function checkArchive(archive: OpenArchive, report: (share: number) => void): Promise<CheckedArchive> {
  const { project, head, heads } = archive.manifest
  const people = new Map<string, ArchivePerson>()
  for await (const row of rowsOf(archive, "people")) people.set(row["id"] as string, row as unknown as ArchivePerson)
  const all = archive.manifest.files.reduce((sum, { rows }) => sum + rows, 0)
  const book: Book = {
    projectId: project.id,
    people,
    lengths: new Map(),
    ends: new Map(),
    heads: [],
    streams: new Set(),
    salt: "",
  }
  const counts = {} as Record<ArchiveFile, number>
  const roles = new Map<string, string>()
  let done = 0
  for (const file of archiveFiles) {
    let rows = 0
    for await (const row of rowsOf(archive, file)) {
      rows++
      if (!fits(book, file, row)) throw misfit(file, rows)
      if (file === "project" && (rows > 1 || row["name"] !== project.name)) throw misfit(file, rows)
      if (file === "memberships" && row["leftAt"] === null) roles.set(row["userId"] as string, row["role"] as string)
      if (++done % 500 === 0) {
        report(done / all)
        await new Promise(resolve => setImmediate(resolve))
      }
    }
    counts[file] = rows
  }
  const ended = book.heads.every(({ stream, revision, hash }) => {
    const end = book.ends.get(stream)
    return (end?.revision ?? 0) === revision && Buffer.from(end?.hash ?? new Uint8Array(32)).toString("hex") === hash
  })
  const ends = book.heads.map(end => ({ ...end, hash: Buffer.from(end.hash, "hex") }))
  // Archives from before there was one state none.
  const headed = head === undefined || head === projectHead(book.salt, ends)
  if (counts.project !== 1 || !ended || !headed || JSON.stringify(book.heads) !== JSON.stringify(heads))
    throw new ArchiveTrouble("The archive’s history does not end where its project and documents say that it does.")
  const revisions = heads.reduce((sum, { revision }) => sum + revision, 0)
  return { projectId: project.id, name: project.name, people: [...people.values()], roles, counts, revisions }
}

/** The rows of a file, each as it has to be, in the order of its key. */
export async function* rowsOf(archive: OpenArchive, file: ArchiveFile | "people"): AsyncGenerator<ArchiveRow> {
  const columns = columnsOf(file)
  const key = file === "people" ? ["id"] : tableOf(file).key
  let at = 0
  let before: ArchiveRow | null = null
  for await (const line of archive.lines(file)) {
    at++
    const row = line.length > longLine ? rowOf(columns, line, await saidBy(line)) : rowOf(columns, line)
    if (!row || !saysWhatItShould(file, row) || (before && !isBehind(key, before, row))) throw misfit(file, at)
    yield row
    before = row
  }
}

/**
 * Characters of a line from which on it is read in turns, and the values and signs that one may have: a text with ninety
 * thousand notes has as many.
 */
const longLine = 65_536
const mostInLine = 2_000_000

async function saidBy(line: string): Promise<unknown> {
  const json = new JsonInTurns(mostInLine)
  return (await json.write(Buffer.from(line))) ? json.end()?.value : null
}

const misfit = (file: string, line: number) =>
  new ArchiveTrouble(`Line ${line} of the archive’s file ${partName(file)} is not one that Apparatus writes.`)

function isBehind(key: readonly string[], before: ArchiveRow, row: ArchiveRow): boolean {
  for (const name of key) {
    const [a, b] = [before[name] as string | number, row[name] as string | number]
    if (a !== b) return a < b
  }
  return false
}

/** What was read so far. */
interface Book {
  readonly projectId: string
  readonly people: ReadonlyMap<string, unknown>
  /** How long each version's text is. */
  readonly lengths: Map<string, number>
  readonly heads: StreamHead[]
  readonly streams: Set<string>
  /** The secret that is in the project's head. */
  salt: string
  readonly ends: Map<string, { revision: number; hash: Uint8Array }>
}

function fits(book: Book, file: ArchiveFile, row: ArchiveRow): boolean {
  if (row[file === "project" ? "id" : "projectId"] !== book.projectId) return false
  for (const [name, kind] of Object.entries(tableOf(file).columns))
    if (/^(?:person|people)/.test(kind))
      for (const id of [row[name]].flat()) if (id !== null && !book.people.has(id as string)) return false
  if (file === "versions" && !isHashed(row)) return false
  if (file === "versions") book.lengths.set(`${row["documentId"]} ${row["number"]}`, row["length"] as number)
  if (file === "project") book.salt = row["pseudonymSalt"] as string
  if (file === "project" || file === "documents") beginStream(book, row)
  if (file === "changes") return follows(book, row)
  return "start" in row ? isInside(book, row) : true
}

/** Whether a version has the hashes of its text and of the file that it was read from. */
function isHashed({ text, sha256, original, originalSha256 }: ArchiveRow): boolean {
  const is = (hash: unknown, of: string | Uint8Array) =>
    createHash("sha256")
      .update(of)
      .digest()
      .equals(hash as Uint8Array)
  return (
    is(sha256, text as string) &&
    (original === null ? originalSha256 === null : is(originalSha256, original as Uint8Array))
  )
}

function beginStream({ heads, streams }: Book, row: ArchiveRow): void {
  const hash = Buffer.from(row["headHash"] as Uint8Array).toString("hex")
  heads.push({ stream: row["id"] as string, revision: row["revision"] as number, hash })
  streams.add(row["id"] as string)
}

function isInside({ lengths }: Book, row: ArchiveRow): boolean {
  const length = lengths.get(`${row["documentId"]} ${row["number"]}`)
  const { start, end } = row as { start: number; end: number }
  return length !== undefined && start >= 0 && start < end && end <= length && (row["length"] ?? length) === length
}

/** Whether a change is the next one of its stream, with the hash that it then has, and can be read. */
function follows({ ends, streams }: Book, row: ArchiveRow): boolean {
  const change = row as { streamId: string; revision: number; actorId: string; at: Date; kind: string; body: string }
  const end = ends.get(change.streamId)
  const hash = changeHash({ previous: end?.hash ?? new Uint8Array(32), ...change })
  if (!streams.has(change.streamId) || change.revision !== (end?.revision ?? 0) + 1) return false
  if (!hash.equals(row["hash"] as Uint8Array) || !isReadable(change)) return false
  ends.set(change.streamId, { revision: change.revision, hash })
  return true
}

function isReadable({ kind, body }: { kind: string; body: string }): boolean {
  if (!changeKinds.includes(kind as ChangeKind)) return false
  try {
    changeOf(kind, body)
    return true
  } catch {
    return false
  }
}
