import { createHash } from "node:crypto"
import { unzipSync, zipSync } from "fflate"
import { uuidv7 } from "uuidv7"
import { changeHash } from "../../lib/db/change-hash.ts"
import { type ArchiveFile, archiveFiles, archiveVersion } from "../../lib/domain/archive-tables.ts"
import { defaultPolicy } from "../../lib/domain/policy.ts"
import { storedBody } from "../../lib/domain/stored-change.ts"
import { lineOf } from "../../lib/formats/archive-line.ts"
import { archiveFormat, type Manifest, manifestText, partName } from "../../lib/formats/project-archive.ts"
import { columnsOf } from "../../lib/schema/archive-input.ts"

export type Files = Record<string, Uint8Array>
export const filesIn = (archive: Uint8Array): Files => unzipSync(archive)
export const archiveWith = (files: Files): Uint8Array => zipSync(files)

const sha256 = (bytes: string | Uint8Array) => createHash("sha256").update(bytes).digest("hex")

/** Files with a manifest that fits them, as somebody would write it who wants them to be believed. */
export function resealed(files: Files, facts: Partial<Manifest> = {}): Files {
  const { seal: _seal, ...before } = JSON.parse(Buffer.from(files["manifest.json"]!).toString())
  const listed = (before as Manifest).files.map(({ name }) => {
    const bytes = files[name]!
    return { name, rows: bytes.filter(byte => byte === 10).length, bytes: bytes.length, sha256: sha256(bytes) }
  })
  const manifest = manifestText({ ...before, files: listed, ...facts }, sha256)
  return { ...files, "manifest.json": Buffer.from(manifest) }
}

/** The archive of a project that is nowhere yet, with one owner, who is nowhere either, and nothing in it. */
export function emptyArchive(): Uint8Array {
  const [id, owner, salt] = [uuidv7(), uuidv7(), uuidv7()]
  const at = new Date(0)
  const change = { streamId: id, revision: 1, actorId: owner, at, kind: "project-created", body: storedBody(created) }
  const hash = changeHash({ previous: new Uint8Array(32), ...change })
  const made = { id, name: "Elsewhere", description: "", revision: 1, headHash: hash, policyVersion: 1, version: 1 }
  const set = { citationStyle: "chicago", citationLocale: "en-GB", archiveForm: "latin", queueOrder: "document" }
  const seen = { blind: false, pseudonyms: false, pseudonymSalt: salt, exportNames: "name" }
  const rows: Partial<Record<ArchiveFile | "people", object>> = {
    people: { id: owner, name: "Owner elsewhere", orcid: null, exportNames: "name" },
    project: { ...made, ...set, ...seen, createdBy: owner, createdAt: at },
    memberships: { projectId: id, userId: owner, role: "owner", version: 1, joinedAt: at, leftAt: null },
    policies: { projectId: id, version: 1, body: defaultPolicy, createdBy: owner, createdAt: at },
    changes: { ...change, projectId: id, requestId: uuidv7(), inputHash: new Uint8Array(32), hash },
  }
  const lines = ([...archiveFiles, "people"] as const).map(file => {
    const row = rows[file]
    return [partName(file), Buffer.from(row ? lineOf(columnsOf(file), { ...row }) : "")] as const
  })
  const files = lines.map(([name]) => ({ name, rows: 0, bytes: 0, sha256: "" }))
  const heads = [{ stream: id, revision: 1, hash: hash.toString("hex") }]
  const project = { id, name: made.name }
  const manifest = {
    format: archiveFormat,
    version: archiveVersion,
    project,
    heads,
    files,
    exportedAt: at.toISOString(),
  }
  const text = manifestText({ ...manifest, format: archiveFormat }, sha256)
  return archiveWith(resealed({ ...Object.fromEntries(lines), "manifest.json": Buffer.from(text) }))
}

const created = { kind: "project-created", name: "Elsewhere", policy: defaultPolicy } as const
