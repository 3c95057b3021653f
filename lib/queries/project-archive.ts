import { createHash } from "node:crypto"
import { archivePeople, archiveRows } from "../db/archive-rows.ts"
import { type Actor, type ProjectPass, readWholeProject } from "../db/pass.ts"
import { projectHead } from "../db/project-head.ts"
import { type ArchiveFile, archiveFiles, archivePeople as personColumns, tableOf } from "../domain/archive-tables.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import { type ArchiveRow, lineOf } from "../formats/archive-line.ts"
import { packed } from "../formats/piece-by-piece.ts"
import { type ArchivePart, archivePacking, partName, type StreamHead } from "../formats/project-archive.ts"
import { archiveRequest } from "../schema/archive-input.ts"
import { parse } from "../schema/parse.ts"
import type { FileSink } from "./export-file.ts"

/**
 * Writes the whole project to `sink`, as one moment shows it, history included: what an instance needs to go on with it.
 * The same project is the same bytes, but for the time of the export in its manifest.
 */
export async function projectArchive(
  actor: Actor,
  input: unknown,
  _origin: string,
  sink: FileSink,
): Promise<Result<{ readonly name: string; readonly mediaType: string }>> {
  const parsed = parse(archiveRequest, input)
  if (!parsed.ok) return parsed
  return readWholeProject(actor, parsed.value.projectId, "project.archive", async pass => {
    if (pass.sight.norming) return fail({ code: "archive-veiled" })
    const told = { name: "", salt: "", heads: [] as StreamHead[], people: new Set<string>() }
    const cover = () => ({
      exportedAt: pass.at.toISOString(),
      project: { id: pass.projectId, name: told.name },
      head: projectHead(
        told.salt,
        told.heads.map(head => ({ ...head, hash: Buffer.from(head.hash, "hex") })),
      ),
      heads: told.heads,
    })
    await sink.begin()
    for await (const piece of packed(parts(pass, told), archivePacking(cover, digest))) await sink.write(piece)
    const name = `${told.name.slice(0, 60)}, project archive ${pass.at.toISOString().slice(0, 10)}.zip`
    return ok({ name, mediaType: "application/zip" })
  })
}

projectArchive.input = archiveRequest

/** What is learnt on the way: the project's name, the end of each stream, and who stands anywhere in it. */
interface Told {
  name: string
  salt: string
  readonly heads: StreamHead[]
  readonly people: Set<string>
}

function parts(pass: ProjectPass, told: Told): readonly ArchivePart[] {
  const tables = archiveFiles.map(file => ({ name: partName(file), content: linesOf(pass, file, told) }))
  // Last, when it is known who stands in the other files.
  return [...tables, { name: partName("people"), content: peopleLines(pass, told) }]
}

async function* linesOf(pass: ProjectPass, file: ArchiveFile, told: Told): AsyncGenerator<string> {
  const { columns } = tableOf(file)
  const named = Object.keys(columns).filter(name => /^(?:person|people)/.test(columns[name]!))
  for await (const rows of archiveRows(pass, file)) {
    for (const row of rows) {
      for (const name of named) for (const id of [row[name]].flat()) if (id !== null) told.people.add(id as string)
      if (file === "project") [told.name, told.salt] = [row["name"] as string, row["pseudonymSalt"] as string]
      if (file === "project" || file === "documents") told.heads.push(headOf(row))
    }
    yield rows.map(row => lineOf(columns, row)).join("")
  }
}

const headOf = (row: ArchiveRow): StreamHead => ({
  stream: row["id"] as string,
  revision: row["revision"] as number,
  hash: Buffer.from(row["headHash"] as Uint8Array).toString("hex"),
})

async function* peopleLines(pass: ProjectPass, told: Told): AsyncGenerator<string> {
  for (const person of await archivePeople(pass, [...told.people])) yield lineOf(personColumns, { ...person })
}

const digest = () => {
  const hash = createHash("sha256")
  return { update: (bytes: Uint8Array) => void hash.update(bytes), hex: () => hash.digest("hex") }
}
