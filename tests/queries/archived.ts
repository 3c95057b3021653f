import { randomUUID } from "node:crypto"
import pg from "pg"
import { uuidv7 } from "uuidv7"
import { addDocument } from "../../lib/commands/add-document.ts"
import { addPreAnnotations } from "../../lib/commands/add-pre-annotations.ts"
import { addSnapshot } from "../../lib/commands/add-snapshot.ts"
import type { SentFile } from "../../lib/commands/archive-file.ts"
import { assignClaims } from "../../lib/commands/assign-claims.ts"
import { beginRound } from "../../lib/commands/begin-round.ts"
import { beginSourceThread, beginThread } from "../../lib/commands/begin-thread.ts"
import { deleteSource } from "../../lib/commands/delete-source.ts"
import { endRound } from "../../lib/commands/end-round.ts"
import { giveAnnotation } from "../../lib/commands/give-annotation.ts"
import { linkClaims } from "../../lib/commands/link-claims.ts"
import { mergeSources } from "../../lib/commands/merge-sources.ts"
import { revealRound } from "../../lib/commands/reveal-round.ts"
import { saveView } from "../../lib/commands/save-view.ts"
import { skipClaim } from "../../lib/commands/skip-claim.ts"
import { uploadStyle } from "../../lib/commands/upload-style.ts"
import { withdrawCitation } from "../../lib/commands/withdraw-citation.ts"
import { database } from "../../lib/db/client.ts"
import { closeDatabase } from "../../lib/db/close-database.ts"
import type { Actor } from "../../lib/db/pass.ts"
import type { Result } from "../../lib/domain/failure.ts"
import { plainRationale } from "../../lib/domain/rationale.ts"
import { citationStyleXml } from "../../lib/formats/citation-styles.ts"
import { projectArchive } from "../../lib/queries/project-archive.ts"
import { room } from "../commands/room.ts"
import { type Files, resealed } from "../support/empty-archive.ts"
import { value } from "./project.ts"

type Room = Awaited<ReturnType<typeof room>>

/** A room in which something of every kind was done, so that no table of its archive is empty. */
export async function furnished(): Promise<Room> {
  const here = await room()
  const there = await room(here)
  const { ann, ben, editor, owner, projectId, documentId, first, second } = here
  const inProject = () => ({ projectId, requestId: uuidv7() })
  const [log, memoir, copy] = [await here.source(ann), await here.source(ann, "Memoir"), await here.source(ben, "Copy")]
  value(await here.grade(editor, log, "B"))
  value(await here.derive(editor, memoir, log))
  value(await mergeSources(editor, { ...inProject(), sourceId: copy, version: 1, intoId: log }))
  const snapshotId = uuidv7()
  const page = {
    takenOn: "2026-11-28",
    fileName: "log.html",
    base64: base64("<!doctype html><title>Log</title><p>1912."),
  }
  value(await addSnapshot(ann, { ...inProject(), sourceId: log, id: snapshotId, ...page }))
  const gone = await here.source(ann, "Taken in by mistake")
  value(await addSnapshot(ann, { ...inProject(), sourceId: gone, id: uuidv7(), ...page }))
  value(await deleteSource(editor, { ...inProject(), sourceId: gone, version: 1, snapshots: 1 }))
  value(await uploadStyle(owner, { ...inProject(), id: uuidv7(), csl: citationStyleXml.apa }))
  const rounded = await room(here)
  await roundOf(here, rounded.documentId)
  for (const who of [ann, ben])
    value(await here.label(who, first, "documented", null, 'The log’s <b>page</b> says "so".'))
  const citationId = uuidv7()
  value(await here.cite(ann, first, log, "supports", citationId, { snapshotId, quotation: "затонула 🚢" }))
  value(await withdrawCitation(ann, { ...here.asked(), citationId, version: 1 }))
  value(await here.label(ann, second, "speculative"))
  value(await here.label(ben, second, "disputed"))
  value(await here.decide(editor, second, "speculative"))
  value(await here.flag(ann, "raised in 1920"))
  const { start, end } = await database().unit.findUniqueOrThrow({ where: { id: first } })
  const { text } = await database().version.findFirstOrThrow({ where: { documentId, number: 1 } })
  const marked = {
    start,
    end,
    quote: text.slice(start, end),
    becomes: "disputed",
    fileLabel: "doubt",
    author: "A. Reader",
  }
  value(await addPreAnnotations(editor, { ...here.asked(), number: 1, file: "marks.jsonl", passages: [marked] }))
  value(
    await linkClaims(editor, {
      ...inProject(),
      id: uuidv7(),
      kind: "same",
      unitId: first,
      otherId: there.first,
      reason: "",
    }),
  )
  const [threadId, id] = [uuidv7(), uuidv7()]
  value(await beginThread(ben, { ...here.asked(), unitId: first, threadId, id, text: `Why, @[${ann.id}]?` }))
  value(
    await beginSourceThread(ben, { ...inProject(), sourceId: log, threadId: uuidv7(), id: uuidv7(), text: "Which?" }),
  )
  const selection = { documentId, from: 1, to: 1, state: "unfinished", flagged: false, cue: null, unassigned: false }
  const deal = { ...selection, people: [ann.id], overlap: 1, id: uuidv7(), seen: [{ userId: ann.id, count: 1 }] }
  value(await assignClaims(editor, { ...inProject(), ...deal, documentId: there.documentId }))
  value(await skipClaim(ben, { projectId, unitId: there.second, reason: "unclear", note: "Which ship?" }))
  const view = { projectId, name: "Late", filter: { due: "overdue" } }
  value(await saveView(editor, { ...view, viewId: uuidv7(), shared: true }))
  value(await saveView(ann, { ...view, viewId: uuidv7(), shared: false }))
  const file = {
    name: "log.txt",
    mediaType: "text/plain",
    base64: base64("Корабль затонул в 1912 году.\n"),
    encoding: "",
  }
  const words = { title: "Листы", author: "", foundAt: "", foundOn: "", licence: "", language: "ru" }
  value(await addDocument(() => 1_000_000)(editor, { ...inProject(), id: uuidv7(), ...words, file, again: true }))
  return here
}

/** A norming round that is over. */
async function roundOf({ projectId, editor, ann }: Room, documentId: string): Promise<void> {
  const round = () => ({ projectId, requestId: uuidv7() })
  const roundId = uuidv7()
  value(await beginRound(editor, { ...round(), id: roundId, name: "First", documentId, claims: 1 }))
  const { unitId } = await database().normingClaim.findFirstOrThrow({ where: { roundId } })
  const said = { label: "speculative", confidence: "low", rationale: plainRationale("No log."), seen: null }
  value(await giveAnnotation(ann, { documentId, requestId: uuidv7(), unitId, id: uuidv7(), ...said }))
  value(await revealRound(editor, { ...round(), roundId }))
  value(await endRound(editor, { ...round(), roundId }))
}

const base64 = (words: string) => Buffer.from(words).toString("base64")

/** The archive of a project, as its bytes. */
export async function archiveOf(owner: Actor, projectId: string): Promise<Result<Buffer>> {
  let pieces: Uint8Array[] = []
  const made = await projectArchive(owner, { projectId }, "https://apparatus.example", {
    begin: async () => {
      pieces = []
    },
    write: async piece => {
      pieces.push(Buffer.from(piece))
    },
  })
  return made.ok ? { ok: true, value: Buffer.concat(pieces) } : made
}

/** An archive as a server has it that received it. */
export const sent = (bytes: Uint8Array): SentFile => ({
  size: bytes.length,
  read: async (at, length) => bytes.slice(at, at + length),
})

/** Does something on another instance, which is empty. */
export async function elsewhere<T>(work: (url: string) => Promise<T>): Promise<T> {
  const [home, adminUrl] = [process.env["DATABASE_URL"]!, process.env["ADMIN_URL"]!]
  const name = `elsewhere_${randomUUID().replaceAll("-", "")}`
  const admin = new pg.Client(adminUrl)
  await admin.connect()
  await admin.query("SELECT pg_advisory_lock(1)")
  await admin.query(`CREATE DATABASE ${name} TEMPLATE template`)
  await admin.query("SELECT pg_advisory_unlock(1)")
  const at = (address: string) => Object.assign(new URL(address), { pathname: `/${name}` }).href
  await closeDatabase()
  process.env["DATABASE_URL"] = at(home)
  try {
    return await work(at(adminUrl))
  } finally {
    await closeDatabase()
    process.env["DATABASE_URL"] = home
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await admin.end()
  }
}

type Row = Record<string, unknown>
export const rowsOf = (files: Files, name: string): Row[] =>
  Buffer.from(files[name]!)
    .toString()
    .split("\n")
    .slice(0, -1)
    .map(line => JSON.parse(line) as Row)

/** Files of which one has other rows, with a manifest that fits. */
export function withRows(files: Files, name: string, change: (rows: Row[]) => readonly Row[]): Files {
  const lines = change(rowsOf(files, name)).map(row => `${JSON.stringify(row)}\n`)
  return resealed({ ...files, [name]: Buffer.from(lines.join("")) })
}

/** How many rows there are in each table. */
export async function rowCounts(url: string): Promise<string> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_stat_user_tables WHERE relname NOT ILIKE 'rate%' ORDER BY 1`,
  )
  const counts: string[] = []
  for (const { name } of rows) {
    const found = await client.query(`SELECT count(*)::int AS n FROM ${client.escapeIdentifier(name)}`)
    counts.push(`${name} ${found.rows[0].n}`)
  }
  await client.end()
  return counts.join("\n")
}
