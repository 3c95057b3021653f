import { expect, test } from "vitest"
import { headsInFile } from "../../lib/formats/heads-in-file.ts"
import { exportFile } from "../../lib/queries/export-file.ts"
import { projectLog } from "../../lib/queries/project-log.ts"
import { room } from "../commands/room.ts"
import { archiveOf } from "./archived.ts"
import { code, type Person, value } from "./project.ts"

/** The bytes of an export, in whatever format. */
async function bytesOf(who: Person, projectId: string, format: string): Promise<Uint8Array> {
  let pieces: Uint8Array[] = []
  const sink = {
    begin: async () => {
      pieces = []
    },
    write: async (piece: string | Uint8Array) => {
      pieces.push(typeof piece === "string" ? Buffer.from(piece) : piece)
    },
  }
  value(await exportFile(who, { projectId, format, state: "every" }, "https://apparatus.example", sink))
  return Buffer.concat(pieces)
}

test("an export and the archive state the head of the moment that they show", async () => {
  const made = await room()
  const { owner, projectId } = made
  await made.label(made.ann, made.first, "speculative")
  const { head } = value(await projectLog(owner, projectId, {}))
  for (const format of ["json", "csvw"]) expect(headsInFile(await bytesOf(owner, projectId, format))).toEqual([head])
  expect(headsInFile(value(await archiveOf(owner, projectId)))).toEqual([head])
})

test("a head stays one while people go on, and says what it covers; another project's never was one", async () => {
  const made = await room()
  const { owner, ann, projectId } = made
  const { head } = value(await projectLog(owner, projectId, {}))
  const covers = Number(head.split("-")[0])
  await made.label(ann, made.first, "speculative")
  await made.label(ann, made.second, "speculative")
  const later = value(await projectLog(ann, projectId, { head: ` ${head.toUpperCase()} ` }))
  expect(later.head).not.toBe(head)
  expect(later.asked).toMatchObject({ head, state: { covers, changes: covers + 2, sound: true } })
  const other = await room()
  expect(value(await projectLog(other.owner, other.projectId, { head })).asked).toEqual({ head, state: null })
  expect(code(await projectLog(owner, projectId, { head: "12" }))).toBe("invalid")
})
