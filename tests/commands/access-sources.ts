import { uuidv7 } from "uuidv7"
import { addSnapshot } from "../../lib/commands/add-snapshot.ts"
import { addSource } from "../../lib/commands/add-source.ts"
import { changeSource } from "../../lib/commands/change-source.ts"
import { chooseStyle } from "../../lib/commands/choose-style.ts"
import { deleteSource } from "../../lib/commands/delete-source.ts"
import { deriveSource } from "../../lib/commands/derive-source.ts"
import { gradeSource } from "../../lib/commands/grade-source.ts"
import { importSources } from "../../lib/commands/import-sources.ts"
import { mergeSources } from "../../lib/commands/merge-sources.ts"
import { retireStyle } from "../../lib/commands/retire-style.ts"
import { uploadStyle } from "../../lib/commands/upload-style.ts"
import { withdrawDerivation } from "../../lib/commands/withdraw-derivation.ts"
import { withdrawMerge } from "../../lib/commands/withdraw-merge.ts"
import { citationStyleXml } from "../../lib/formats/citation-styles.ts"
import { bibliography } from "../../lib/queries/bibliography.ts"
import { citationSample, citationStyle } from "../../lib/queries/citation-style.ts"
import { evidenceMatrix } from "../../lib/queries/evidence-matrix.ts"
import { matrixFile } from "../../lib/queries/matrix-file.ts"
import { projects } from "../../lib/queries/projects.ts"
import { readImport } from "../../lib/queries/read-import.ts"
import { snapshotFile } from "../../lib/queries/snapshot-file.ts"
import { snapshots } from "../../lib/queries/snapshots.ts"
import { source } from "../../lib/queries/source.ts"
import { sources } from "../../lib/queries/sources.ts"
import { value } from "../queries/project.ts"
import {
  citation,
  derivation,
  inProject,
  kept,
  merge,
  record,
  requestId,
  snapshot,
  sourceOf,
  text,
} from "./access-inputs.ts"
import { type Row, row } from "./access-row.ts"

/** What is done with sources and seen of them. */
export const sourceRows: readonly Row[] = [
  row(
    "addSource",
    "POST projects/[projectId]/sources",
    "forbidden ok ok ok not-found not-found signed-out",
    addSource,
    async ({ projectId }) => ({ projectId, id: uuidv7(), ...record(), requestId: requestId() }),
  ),
  row(
    "changeSource",
    "POST projects/[projectId]/sources/[sourceId]",
    "forbidden ok ok ok not-found not-found signed-out",
    changeSource,
    async (room, by) => ({ ...(await sourceOf(room, by)), version: 1, ...record(), requestId: requestId() }),
  ),
  row(
    "changeSource, somebody else's",
    "POST projects/[projectId]/sources/[sourceId]",
    "forbidden only-your-own ok ok not-found not-found signed-out",
    changeSource,
    async room => ({ ...(await sourceOf(room, room.author)), version: 1, ...record(), requestId: requestId() }),
  ),
  row(
    "deleteSource",
    "POST projects/[projectId]/sources/[sourceId]/delete",
    "forbidden forbidden ok ok not-found not-found signed-out",
    deleteSource,
    async room => ({ ...(await sourceOf(room, room.author)), version: 1, requestId: requestId() }),
  ),
  row(
    "chooseStyle",
    "POST projects/[projectId]/citation-style",
    "forbidden forbidden forbidden ok not-found not-found signed-out",
    chooseStyle,
    async ({ projectId }) => {
      const seen = { style: "chicago", locale: "en-GB", archives: "latin" }
      return { projectId, ...seen, style: "apa", seen, requestId: requestId() }
    },
  ),
  row(
    "uploadStyle",
    "POST projects/[projectId]/citation-style/upload",
    "forbidden forbidden forbidden ok not-found not-found signed-out",
    uploadStyle,
    async ({ projectId }) => ({ projectId, id: uuidv7(), csl: citationStyleXml.apa, requestId: requestId() }),
  ),
  row(
    "retireStyle",
    "POST projects/[projectId]/citation-style/[styleId]/retire",
    "forbidden forbidden forbidden ok not-found not-found signed-out",
    retireStyle,
    async ({ projectId, owner }) => {
      const styleId = uuidv7()
      const upload = { projectId, id: styleId, csl: citationStyleXml.apa, requestId: requestId() }
      value(await uploadStyle(owner, upload))
      return { projectId, styleId, requestId: requestId() }
    },
  ),
  row(
    "citationSample",
    "GET projects/[projectId]/citation-style/sample",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId, ...choice }: { projectId: string }) => citationSample(actor, projectId, choice),
    async ({ projectId }) => ({ projectId, style: "apa", locale: "en-GB", archives: "latin" }),
  ),
  row(
    "citationStyle",
    "GET projects/[projectId]/citation-style",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId }: { projectId: string }) => citationStyle(actor, projectId),
    inProject,
  ),
  row(
    "bibliography",
    "GET projects/[projectId]/bibliography",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId }: { projectId: string }) => bibliography(actor, projectId),
    inProject,
  ),
  row(
    "readImport",
    "POST projects/[projectId]/sources/read",
    "forbidden ok ok ok not-found not-found signed-out",
    readImport,
    async ({ projectId }) => ({ projectId, text: "10.1000/182" }),
  ),
  row(
    "importSources",
    "POST projects/[projectId]/sources/import",
    "forbidden ok ok ok not-found not-found signed-out",
    importSources,
    async ({ projectId }) => ({ projectId, entries: [{ id: uuidv7(), ...record() }], requestId: requestId() }),
  ),
  row(
    "addSnapshot",
    "POST projects/[projectId]/sources/[sourceId]/snapshots",
    "forbidden ok ok ok not-found not-found signed-out",
    addSnapshot,
    room => snapshot(room, room.author),
  ),
  row(
    "snapshots",
    "GET projects/[projectId]/sources/[sourceId]/snapshots",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId, sourceId }: { projectId: string; sourceId: string }) => snapshots(actor, projectId, sourceId),
    kept,
  ),
  row(
    "snapshotFile",
    "GET projects/[projectId]/sources/[sourceId]/snapshots/[snapshotId]",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId, sourceId, snapshotId }: { projectId: string; sourceId: string; snapshotId: string }) =>
      snapshotFile(actor, projectId, sourceId, snapshotId),
    kept,
  ),
  row(
    "gradeSource",
    "POST projects/[projectId]/sources/[sourceId]/grade",
    "forbidden forbidden ok ok not-found not-found signed-out",
    gradeSource,
    async room => {
      const words = { id: uuidv7(), seen: null, reliability: "C", reason: "It errs in dates." }
      return { ...(await sourceOf(room, room.author)), ...words, requestId: requestId() }
    },
  ),
  row(
    "deriveSource",
    "POST projects/[projectId]/sources/[sourceId]/origins",
    "forbidden forbidden ok ok not-found not-found signed-out",
    deriveSource,
    derivation,
  ),
  row(
    "withdrawDerivation",
    "POST projects/[projectId]/sources/[sourceId]/origins/[derivationId]/withdraw",
    "forbidden forbidden ok ok not-found not-found signed-out",
    withdrawDerivation,
    async room => {
      const made = await derivation(room)
      value(await deriveSource(room.owner, made))
      const { projectId, sourceId, id: derivationId } = made
      return { projectId, sourceId, derivationId, reason: "It has other sources too.", requestId: requestId() }
    },
  ),
  row(
    "mergeSources",
    "POST projects/[projectId]/sources/[sourceId]/merge",
    "forbidden forbidden ok ok not-found not-found signed-out",
    mergeSources,
    merge,
  ),
  row(
    "withdrawMerge",
    "POST projects/[projectId]/sources/[sourceId]/merge/withdraw",
    "forbidden forbidden ok ok not-found not-found signed-out",
    withdrawMerge,
    async room => {
      const made = await merge(room)
      value(await mergeSources(room.owner, made))
      return { projectId: made.projectId, sourceId: made.sourceId, requestId: requestId() }
    },
  ),
  row(
    "sources",
    "GET projects/[projectId]/sources",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId }: { projectId: string }) => sources(actor, projectId),
    inProject,
  ),
  row(
    "source",
    "GET projects/[projectId]/sources/[sourceId]",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId, sourceId }: { projectId: string; sourceId: string }) => source(actor, projectId, sourceId),
    room => sourceOf(room, room.author),
  ),
  row(
    "evidenceMatrix",
    "GET projects/[projectId]/matrix",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId, ...filter }: { projectId: string }) => evidenceMatrix(actor, projectId, filter),
    inProject,
  ),
  row(
    "matrixFile",
    "GET projects/[projectId]/matrix/file",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId, ...filter }: { projectId: string }) => matrixFile(actor, projectId, filter),
    async ({ projectId }) => ({ projectId, format: "csv" }),
  ),
]
