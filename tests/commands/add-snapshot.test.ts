import { createHash } from "node:crypto"
import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { addSnapshot } from "../../lib/commands/add-snapshot.ts"
import { deleteSource } from "../../lib/commands/delete-source.ts"
import { database } from "../../lib/db/client.ts"
import { activity } from "../../lib/queries/activity.ts"
import { snapshotFile } from "../../lib/queries/snapshot-file.ts"
import { snapshots } from "../../lib/queries/snapshots.ts"
import { code, value } from "../queries/project.ts"
import { vettedClaims } from "../queries/whole-export.ts"
import { room } from "./room.ts"

const page = "<!doctype html><title>Log</title><p>Она затонула в 1912 году."
const sha256 = createHash("sha256").update(page).digest("hex")
const base64 = (words: string | Uint8Array) => Buffer.from(words).toString("base64")

async function library() {
  const here = await room()
  const { ann, projectId } = here
  const sourceId = await here.source(ann, "The log's page")
  const keep = (words: object = {}, id = uuidv7()) => {
    const given = { takenOn: "2026-11-28", fileName: "log.html", base64: base64(page), ...words }
    return addSnapshot(ann, { projectId, sourceId, id, ...given, requestId: uuidv7() })
  }
  return { ...here, sourceId, keep }
}

test("what a page said is kept byte for byte with its hash and its day, and comes back as it was", async () => {
  const { ann, projectId, sourceId, keep } = await library()
  const id = uuidv7()
  value(await keep({}, id))
  const shown = value(await snapshots(ann, projectId, sourceId)).snapshots
  expect(shown).toMatchObject([
    { id, takenOn: "2026-11-28", mediaType: "text/html", sha256, by: "Ann Okafor", citations: 0 },
  ])
  const file = value(await snapshotFile(ann, projectId, sourceId, id))
  expect(Buffer.from(file.bytes).toString("utf8")).toBe(page)
  const { changes } = value(await activity(ann, projectId, { kind: "snapshot-added" }))
  expect(changes[0]?.sentence).toBe(
    `added a snapshot of “The log's page”, “log.html”, as it stood on 2026-11-28 (SHA-256 ${sha256.slice(0, 12)}…).`,
  )
  await expect(
    database().snapshot.updateMany({ where: { id }, data: { bytes: new TextEncoder().encode("other") } }),
  ).rejects.toThrow("A snapshot never changes")
})

test("a citation names a snapshot of its own source, and the export says which", async () => {
  const { ann, ben, first, projectId, sourceId, source, keep, cite, label, card } = await library()
  const id = uuidv7()
  value(await keep({}, id))
  const other = await source(ann, "Another page")
  expect(code(await cite(ann, first, other, "supports", uuidv7(), { snapshotId: id }))).toBe("invalid")
  value(await cite(ann, first, sourceId, "supports", uuidv7(), { snapshotId: id }))
  expect((await card(ann, first)).citations).toMatchObject([{ snapshotId: id, takenOn: "2026-11-28" }])
  for (const who of [ann, ben]) value(await label(who, first, "documented"))
  const { documents } = value(await vettedClaims(ann, projectId))
  const exported = { snapshotId: id, snapshotSha256: sha256, takenOn: "2026-11-28" }
  expect(documents[0]?.claims[0]?.citations).toMatchObject([exported])
})

test("a PDF and a text are known by what is in them; another file, nothing, and no day are refused", async () => {
  const { ann, projectId, sourceId, keep } = await library()
  value(await keep({ fileName: "scan", base64: base64("%PDF-1.7 …") }))
  value(await keep({ fileName: "pasted.txt", base64: base64("Plain words.") }))
  const types = value(await snapshots(ann, projectId, sourceId)).snapshots.map(({ mediaType }) => mediaType)
  expect(types.sort()).toEqual(["application/pdf", "text/plain"])
  const refused = async (words: object) => {
    const answer = await keep(words)
    return answer.ok ? "ok" : answer.failure.code === "invalid" ? answer.failure.issues[0]?.path : answer.failure.code
  }
  expect(await refused({ base64: base64(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])) })).toBe("file")
  expect(await refused({ base64: "" })).toBe("base64")
  for (const takenOn of ["", "yesterday", "2026-02-30", "2026"]) expect(await refused({ takenOn })).toBe("takenOn")
})

test("a source is deleted with as many snapshots as one knows of, and the activity says how many", async () => {
  const { editor, ann, projectId, sourceId, keep } = await library()
  const remove = (snapshots?: number) =>
    deleteSource(editor, { projectId, sourceId, version: 1, snapshots, requestId: uuidv7() })
  value(await keep())
  value(await keep({ takenOn: "2026-11-29" }))
  for (const known of [undefined, 0, 1, 3])
    expect(await remove(known)).toMatchObject({ failure: { code: "source-snapshots", snapshots: 2 } })
  expect(value(await snapshots(ann, projectId, sourceId)).snapshots).toHaveLength(2)
  value(await remove(2))
  expect(await database().snapshot.count({ where: { projectId } })).toBe(0)
  const { changes } = value(await activity(ann, projectId, { kind: "source-deleted" }))
  expect(changes[0]?.sentence).toBe("deleted the source “The log's page” with two snapshots of it.")
  expect(code(await keep())).toBe("not-found")
})
