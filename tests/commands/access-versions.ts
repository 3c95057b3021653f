import { uuidv7 } from "uuidv7"
import { addDocument } from "../../lib/commands/add-document.ts"
import { addVersion } from "../../lib/commands/add-version.ts"
import { giveAnnotation } from "../../lib/commands/give-annotation.ts"
import { giveUpUnit } from "../../lib/commands/give-up-unit.ts"
import { placeFlag } from "../../lib/commands/place-flag.ts"
import { placeUnit } from "../../lib/commands/place-unit.ts"
import { database } from "../../lib/db/client.ts"
import { lostClaims, searchPlaces } from "../../lib/queries/lost-claims.ts"
import { originalFile } from "../../lib/queries/original-file.ts"
import { versionPreview } from "../../lib/queries/version-preview.ts"
import { versionDifference, versionText } from "../../lib/queries/version-text.ts"
import { versions } from "../../lib/queries/versions.ts"
import { flag, sampleText, value } from "../queries/project.ts"
import { place, provenance, requestId, text } from "./access-inputs.ts"
import { type Row, row } from "./access-row.ts"
import type { Room } from "./everybody.ts"

const corrected = sampleText.replace("1920", "1921")
const limit = () => 1_000_000

/** A document whose second claim, which somebody labelled, and whose flag a new version lost. */
async function lost(room: Room) {
  const { documentId, second } = await place(room)
  const said = { label: "speculative", confidence: "low", rationale: text(room.author), seen: null }
  value(
    await giveAnnotation(room.author, { documentId, unitId: second.id, id: uuidv7(), ...said, requestId: requestId() }),
  )
  const flagId = await flag(room.author, documentId, "1920")
  value(await addVersion(limit)(room.owner, { documentId, onto: 1, text: corrected, requestId: requestId() }))
  const { version } = await database().unit.findUniqueOrThrow({ where: { id: second.id } })
  const onto = await database().unit.findFirstOrThrow({ where: { documentId, number: 2, start: second.start } })
  const { version: flagVersion } = await database().flag.findUniqueOrThrow({ where: { id: flagId } })
  return { documentId, unitId: second.id, version, onto, flagId, flagVersion }
}

/** A document that was read from a file. */
async function uploaded({ owner, projectId }: Room) {
  const file = { name: "log.txt", mediaType: "", base64: Buffer.from(sampleText).toString("base64"), encoding: "" }
  const words = { id: uuidv7(), ...provenance, file, again: true }
  return {
    documentId: value(await addDocument(limit)(owner, { projectId, ...words, requestId: requestId() })).documentId!,
  }
}

/** What is done with the versions of a text. */
export const versionRows: readonly Row[] = [
  row(
    "addVersion",
    "POST documents/[documentId]/versions",
    "forbidden forbidden ok ok not-found not-found signed-out",
    addVersion(limit),
    async room => ({ documentId: (await place(room)).documentId, onto: 1, text: corrected, requestId: requestId() }),
  ),
  row(
    "versionPreview",
    "POST documents/[documentId]/versions/read",
    "forbidden forbidden ok ok not-found not-found signed-out",
    versionPreview(limit),
    async room => ({ documentId: (await place(room)).documentId, onto: 1, text: corrected }),
  ),
  row(
    "placeUnit",
    "POST documents/[documentId]/lost/[unitId]/place",
    "forbidden forbidden ok ok not-found not-found signed-out",
    placeUnit,
    async room => {
      const { documentId, unitId, version, onto } = await lost(room)
      return { documentId, unitId, version, ontoId: onto.id, ontoVersion: onto.version, requestId: requestId() }
    },
  ),
  row(
    "giveUpUnit",
    "POST documents/[documentId]/lost/[unitId]/give-up",
    "forbidden forbidden ok ok not-found not-found signed-out",
    giveUpUnit,
    async room => {
      const { documentId, unitId, version } = await lost(room)
      return { documentId, unitId, version, reason: "Taken out by the author.", requestId: requestId() }
    },
  ),
  row(
    "placeFlag",
    "POST documents/[documentId]/flags/[flagId]/place",
    "forbidden forbidden ok ok not-found not-found signed-out",
    placeFlag,
    async room => {
      const { documentId, flagId, flagVersion } = await lost(room)
      const start = corrected.indexOf("1921")
      const words = { number: 2, start, end: start + 4, quote: "1921" }
      return { documentId, flagId, version: flagVersion, ...words, requestId: requestId() }
    },
  ),
  row(
    "searchPlaces",
    "GET documents/[documentId]/places",
    "forbidden forbidden ok ok not-found not-found signed-out",
    (actor, { documentId, words }: { documentId: string; words: string }) => searchPlaces(actor, documentId, { words }),
    async room => ({ documentId: (await place(room)).documentId, words: "ship" }),
  ),
  row(
    "versions",
    "GET documents/[documentId]/versions",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { documentId }: { documentId: string }) => versions(actor, documentId),
    async room => ({ documentId: (await lost(room)).documentId }),
  ),
  row(
    "lostClaims",
    "GET documents/[documentId]/lost",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { documentId }: { documentId: string }) => lostClaims(actor, documentId),
    async room => ({ documentId: (await lost(room)).documentId }),
  ),
  row(
    "versionText",
    "GET documents/[documentId]/versions/[number]",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { documentId, number }: { documentId: string; number: number }) => versionText(actor, documentId, number),
    async room => ({ documentId: (await lost(room)).documentId, number: 1 }),
  ),
  row(
    "versionDifference",
    "GET documents/[documentId]/versions/[number]/difference",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { documentId, number }: { documentId: string; number: number }) =>
      versionDifference(actor, documentId, number),
    async room => ({ documentId: (await lost(room)).documentId, number: 2 }),
  ),
  row(
    "originalFile",
    "GET documents/[documentId]/versions/[number]/original",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { documentId, number }: { documentId: string; number: number }) => originalFile(actor, documentId, number),
    async room => ({ documentId: (await uploaded(room)).documentId, number: 1 }),
  ),
]
