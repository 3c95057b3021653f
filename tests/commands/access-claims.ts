import { uuidv7 } from "uuidv7"
import { adjudicateClaim } from "../../lib/commands/adjudicate-claim.ts"
import { answerFlag } from "../../lib/commands/answer-flag.ts"
import { changeCitation } from "../../lib/commands/change-citation.ts"
import { changeKind } from "../../lib/commands/change-kind.ts"
import { giveAnnotation } from "../../lib/commands/give-annotation.ts"
import { giveCitation } from "../../lib/commands/give-citation.ts"
import { mergeUnits } from "../../lib/commands/merge-units.ts"
import { moveBoundary } from "../../lib/commands/move-boundary.ts"
import { raiseFlag } from "../../lib/commands/raise-flag.ts"
import { reopenAdjudication } from "../../lib/commands/reopen-adjudication.ts"
import { resplitDocument } from "../../lib/commands/resplit-document.ts"
import { restoreUnits } from "../../lib/commands/restore-units.ts"
import { splitIntoParts } from "../../lib/commands/split-into-parts.ts"
import { splitUnit } from "../../lib/commands/split-unit.ts"
import { redoChange, undoChange } from "../../lib/commands/undo-change.ts"
import { withdrawAnnotation } from "../../lib/commands/withdraw-annotation.ts"
import { withdrawCitation } from "../../lib/commands/withdraw-citation.ts"
import { withdrawFlag } from "../../lib/commands/withdraw-flag.ts"
import { flags } from "../../lib/queries/flags.ts"
import { resplit } from "../../lib/queries/resplit.ts"
import { splitterVersion } from "../../lib/text/splitter-version.ts"
import { sampleText, value } from "../queries/project.ts"
import {
  citation,
  decision,
  gave,
  kept,
  label,
  labelled,
  merge,
  pair,
  place,
  raised,
  requestId,
  unit,
} from "./access-inputs.ts"
import { type Row, row } from "./access-row.ts"
import { olderSplitter } from "./older-splitter.ts"

/** What is done with claims. */
export const claimRows: readonly Row[] = [
  row(
    "giveAnnotation",
    "POST documents/[documentId]/annotation",
    "forbidden ok ok ok not-found not-found signed-out",
    giveAnnotation,
    label,
  ),
  row(
    "withdrawAnnotation",
    "POST documents/[documentId]/annotation/withdraw",
    "forbidden ok ok ok not-found not-found signed-out",
    withdrawAnnotation,
    labelled,
  ),
  row(
    "withdrawAnnotation, somebody else's",
    "POST documents/[documentId]/annotation/withdraw",
    "forbidden annotation-missing annotation-missing annotation-missing not-found not-found signed-out",
    withdrawAnnotation,
    labelled,
    "author",
  ),
  row(
    "giveCitation",
    "POST documents/[documentId]/citations",
    "forbidden ok ok ok not-found not-found signed-out",
    giveCitation,
    async (room, by) => (await citation(room, by)).given,
  ),
  row(
    "changeCitation",
    "POST documents/[documentId]/citations/[citationId]",
    "forbidden ok ok ok not-found not-found signed-out",
    changeCitation,
    async (room, by) => {
      const { kept, words } = await gave(room, by)
      return { ...kept, ...words, locator: "13" }
    },
  ),
  row(
    "changeCitation, somebody else's",
    "POST documents/[documentId]/citations/[citationId]",
    "forbidden only-your-own only-your-own only-your-own not-found not-found signed-out",
    changeCitation,
    async (room, by) => {
      const { kept, words } = await gave(room, by)
      return { ...kept, ...words, locator: "13" }
    },
    "author",
  ),
  row(
    "withdrawCitation",
    "POST documents/[documentId]/citations/[citationId]/withdraw",
    "forbidden ok ok ok not-found not-found signed-out",
    withdrawCitation,
    async (room, by) => (await gave(room, by)).kept,
  ),
  row(
    "withdrawCitation, somebody else's",
    "POST documents/[documentId]/citations/[citationId]/withdraw",
    "forbidden only-your-own ok ok not-found not-found signed-out",
    withdrawCitation,
    async room => (await gave(room, room.author)).kept,
  ),
  row(
    "splitUnit",
    "POST documents/[documentId]/split",
    "forbidden forbidden ok ok not-found not-found signed-out",
    splitUnit,
    async room => {
      const { first, documentId, unitId, version } = await place(room)
      return { documentId, unitId, version, at: first.start + 9, ids: [uuidv7(), uuidv7()], requestId: requestId() }
    },
  ),
  row(
    "splitIntoParts",
    "POST documents/[documentId]/parts",
    "forbidden forbidden ok ok not-found not-found signed-out",
    splitIntoParts,
    async room => {
      const { first, documentId, unitId, version } = await place(room)
      const parts = [0, 9].map(by => ({ id: uuidv7(), start: first.start + by, subject: null }))
      return { documentId, unitId, version, parts, requestId: requestId() }
    },
  ),
  row(
    "mergeUnits",
    "POST documents/[documentId]/merge",
    "forbidden forbidden ok ok not-found not-found signed-out",
    mergeUnits,
    async room => ({ ...(await pair(room)), id: uuidv7() }),
  ),
  row(
    "moveBoundary",
    "POST documents/[documentId]/boundary",
    "forbidden forbidden ok ok not-found not-found signed-out",
    moveBoundary,
    async room => ({ ...(await pair(room)), at: 9 }),
  ),
  row(
    "changeKind",
    "POST documents/[documentId]/kind",
    "forbidden forbidden ok ok not-found not-found signed-out",
    changeKind,
    async room => ({ ...(await unit(room)), kind: "opinion" }),
  ),
  row(
    "resplitDocument",
    "POST documents/[documentId]/resplit",
    "forbidden forbidden ok ok not-found not-found signed-out",
    resplitDocument,
    async room => {
      const { documentId } = await place(room)
      await olderSplitter(documentId)
      const { revision, hunks } = value(await resplit(room.owner, documentId))
      const spans = hunks.map(({ start, end }) => [start, end])
      const choice = { seen: revision, splitter: splitterVersion, hunks: spans, cues: true }
      return { documentId, ...choice, requestId: requestId() }
    },
  ),
  row(
    "restoreUnits",
    "POST documents/[documentId]/restore",
    "forbidden forbidden ok ok not-found not-found signed-out",
    restoreUnits,
    async room => {
      const before = await unit(room)
      value(await changeKind(room.owner, { ...before, kind: "opinion" }))
      return { ...before, version: before.version + 1, requestId: requestId() }
    },
  ),
  row(
    "raiseFlag",
    "POST documents/[documentId]/flags",
    "forbidden ok ok ok not-found not-found signed-out",
    raiseFlag,
    async room => {
      const { documentId } = await place(room)
      const words = { start: 0, end: 8, quote: sampleText.slice(0, 8), reason: "other", note: "", blocking: true }
      return { documentId, id: uuidv7(), ...words, requestId: requestId() }
    },
  ),
  row(
    "answerFlag",
    "POST documents/[documentId]/flags/[flagId]/answer",
    "forbidden forbidden ok ok not-found not-found signed-out",
    answerFlag,
    async room => ({ ...(await raised(room, room.author)), answer: "Looked up." }),
  ),
  row(
    "withdrawFlag",
    "POST documents/[documentId]/flags/[flagId]/withdraw",
    "forbidden ok ok ok not-found not-found signed-out",
    withdrawFlag,
    raised,
  ),
  row(
    "withdrawFlag, somebody else's",
    "POST documents/[documentId]/flags/[flagId]/withdraw",
    "forbidden only-your-own only-your-own only-your-own not-found not-found signed-out",
    withdrawFlag,
    raised,
    "author",
  ),
  row(
    "adjudicateClaim",
    "POST documents/[documentId]/adjudication",
    "forbidden forbidden ok ok not-found not-found signed-out",
    adjudicateClaim,
    decision,
  ),
  row(
    "reopenAdjudication",
    "POST documents/[documentId]/adjudication/reopen",
    "forbidden forbidden ok ok not-found not-found signed-out",
    reopenAdjudication,
    async room => {
      const { documentId, unitId, id: seen, ...words } = await decision(room)
      value(await adjudicateClaim(room.owner, { documentId, unitId, id: seen, ...words }))
      return { documentId, unitId, seen, requestId: requestId() }
    },
  ),
  row(
    "undoChange",
    "POST documents/[documentId]/undo",
    "forbidden ok ok ok not-found not-found signed-out",
    undoChange,
    async (room, by) => ({ documentId: (await labelled(room, by)).documentId, requestId: requestId() }),
  ),
  row(
    "undoChange, somebody else's",
    "POST documents/[documentId]/undo",
    "forbidden nothing-to-undo nothing-to-undo nothing-to-undo not-found not-found signed-out",
    undoChange,
    async (room, by) => ({ documentId: (await labelled(room, by)).documentId, requestId: requestId() }),
    "author",
  ),
  row(
    "redoChange",
    "POST documents/[documentId]/redo",
    "forbidden ok ok ok not-found not-found signed-out",
    redoChange,
    async (room, by) => {
      const { documentId } = await labelled(room, by)
      value(await undoChange(by, { documentId, requestId: requestId() }))
      return { documentId, requestId: requestId() }
    },
  ),
]
