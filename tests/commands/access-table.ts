import { uuidv7 } from "uuidv7"
import { acceptInvitation } from "../../lib/commands/accept-invitation.ts"
import { addDocument } from "../../lib/commands/add-document.ts"
import { addSnapshot } from "../../lib/commands/add-snapshot.ts"
import { addSource } from "../../lib/commands/add-source.ts"
import { adjudicateClaim } from "../../lib/commands/adjudicate-claim.ts"
import { answerFlag } from "../../lib/commands/answer-flag.ts"
import { changeCitation } from "../../lib/commands/change-citation.ts"
import { changeKind } from "../../lib/commands/change-kind.ts"
import { changeName } from "../../lib/commands/change-name.ts"
import { changePassword } from "../../lib/commands/change-password.ts"
import { changePolicy } from "../../lib/commands/change-policy.ts"
import { changeRole } from "../../lib/commands/change-role.ts"
import { changeSource } from "../../lib/commands/change-source.ts"
import { chooseStyle } from "../../lib/commands/choose-style.ts"
import { createProject } from "../../lib/commands/create-project.ts"
import { deleteSource } from "../../lib/commands/delete-source.ts"
import { deriveSource } from "../../lib/commands/derive-source.ts"
import { describeDocument } from "../../lib/commands/describe-document.ts"
import { describeProject } from "../../lib/commands/describe-project.ts"
import { disconnectIdentity } from "../../lib/commands/disconnect-identity.ts"
import { endOtherSessions } from "../../lib/commands/end-other-sessions.ts"
import { endSession } from "../../lib/commands/end-session.ts"
import { giveAnnotation } from "../../lib/commands/give-annotation.ts"
import { giveCitation } from "../../lib/commands/give-citation.ts"
import { gradeSource } from "../../lib/commands/grade-source.ts"
import { importSources } from "../../lib/commands/import-sources.ts"
import { inviteMember } from "../../lib/commands/invite-member.ts"
import { linkClaims } from "../../lib/commands/link-claims.ts"
import { mergeSources } from "../../lib/commands/merge-sources.ts"
import { mergeUnits } from "../../lib/commands/merge-units.ts"
import { moveBoundary } from "../../lib/commands/move-boundary.ts"
import { raiseFlag } from "../../lib/commands/raise-flag.ts"
import { removeMember } from "../../lib/commands/remove-member.ts"
import { reopenAdjudication } from "../../lib/commands/reopen-adjudication.ts"
import { resplitDocument } from "../../lib/commands/resplit-document.ts"
import { restoreUnits } from "../../lib/commands/restore-units.ts"
import { retireStyle } from "../../lib/commands/retire-style.ts"
import { signOut } from "../../lib/commands/sign-out.ts"
import { splitIntoParts } from "../../lib/commands/split-into-parts.ts"
import { splitUnit } from "../../lib/commands/split-unit.ts"
import { trySplitter } from "../../lib/commands/try-splitter.ts"
import { redoChange, undoChange } from "../../lib/commands/undo-change.ts"
import { uploadStyle } from "../../lib/commands/upload-style.ts"
import { withdrawAnnotation } from "../../lib/commands/withdraw-annotation.ts"
import { withdrawCitation } from "../../lib/commands/withdraw-citation.ts"
import { withdrawDerivation } from "../../lib/commands/withdraw-derivation.ts"
import { withdrawFlag } from "../../lib/commands/withdraw-flag.ts"
import { withdrawInvitation } from "../../lib/commands/withdraw-invitation.ts"
import { withdrawLink } from "../../lib/commands/withdraw-link.ts"
import { withdrawMerge } from "../../lib/commands/withdraw-merge.ts"
import { insertIdentity } from "../../lib/db/accounts.ts"
import { database } from "../../lib/db/client.ts"
import type { Result } from "../../lib/domain/failure.ts"
import { defaultPolicy } from "../../lib/domain/policy.ts"
import { plainRationale } from "../../lib/domain/rationale.ts"
import { citationStyleXml } from "../../lib/formats/citation-styles.ts"
import { account } from "../../lib/queries/account.ts"
import { activity } from "../../lib/queries/activity.ts"
import { bibliography } from "../../lib/queries/bibliography.ts"
import { citationSample, citationStyle } from "../../lib/queries/citation-style.ts"
import { claimCard } from "../../lib/queries/claim-card.ts"
import { claimNotes } from "../../lib/queries/claim-notes.ts"
import { evidenceMatrix } from "../../lib/queries/evidence-matrix.ts"
import { exportFile } from "../../lib/queries/export-file.ts"
import { flags } from "../../lib/queries/flags.ts"
import { matrixFile } from "../../lib/queries/matrix-file.ts"
import { members } from "../../lib/queries/members.ts"
import { policy } from "../../lib/queries/policy.ts"
import { policyPreview } from "../../lib/queries/policy-preview.ts"
import { projectOverview } from "../../lib/queries/project-overview.ts"
import { projects } from "../../lib/queries/projects.ts"
import { readImport } from "../../lib/queries/read-import.ts"
import { readingRoom } from "../../lib/queries/reading-room.ts"
import { reopened } from "../../lib/queries/reopened.ts"
import { resplit } from "../../lib/queries/resplit.ts"
import { snapshotFile } from "../../lib/queries/snapshot-file.ts"
import { snapshots } from "../../lib/queries/snapshots.ts"
import { source } from "../../lib/queries/source.ts"
import { sources } from "../../lib/queries/sources.ts"
import { vettedClaims } from "../../lib/queries/vetted-claims.ts"
import { splitterVersion } from "../../lib/text/splitter-version.ts"
import { document, flag, sampleText, value } from "../queries/project.ts"
import { goodPassword, person } from "../server/person.ts"
import { everybody, type Room, type Somebody, signedIn, type Who } from "./everybody.ts"
import { olderSplitter } from "./older-splitter.ts"

type Input = Readonly<Record<string, unknown>>

export interface Row {
  /** The export's name; behind a comma, which case of it. */
  readonly name: string
  /** The method and address of its route; the address alone when only that page asks. */
  readonly at: string
  /** What everybody gets in turn, and last what somebody signed out gets. */
  readonly outcomes: Readonly<Record<Who | "nobody", string>>
  readonly call: (actor: Somebody, input: never) => Promise<Result<unknown>>
  /** An input that is good in the hands of `by`, with everything that it needs made before. */
  readonly make: (room: Room, by: Somebody) => Promise<Input>
  /** In whose hands: those to whom the outcomes say ok, unless only somebody else's are good. */
  readonly good: readonly (Who | "author")[]
}

function row(name: string, at: string, outcomes: string, call: Row["call"], make: Row["make"], by?: "author"): Row {
  const each = outcomes.split(/\s+/)
  if (each.length !== everybody.length + 1) throw new Error(`${name} has ${each.length} outcomes.`)
  const said = Object.fromEntries([...everybody, "nobody"].map((who, at) => [who, each[at]!])) as Row["outcomes"]
  return { name, at, outcomes: said, call, make, good: by ? [by] : everybody.filter(who => said[who] === "ok") }
}

const requestId = () => uuidv7()
const text = (by: Somebody) => plainRationale(`${by.name} says so.`)

async function place({ owner, projectId }: Room) {
  const { id: documentId, units } = await document(owner, projectId)
  const [first, second] = units as [(typeof units)[number], (typeof units)[number]]
  return { documentId, unitId: first.id, version: first.version, first, second }
}

const unit = async (room: Room) => {
  const { documentId, unitId, version } = await place(room)
  return { documentId, unitId, version, requestId: requestId() }
}

const pair = async (room: Room) => {
  const { documentId, unitId, version, second } = await place(room)
  return { documentId, unitId, version, nextId: second.id, nextVersion: second.version, requestId: requestId() }
}

async function label(room: Room, by: Somebody) {
  const { documentId, unitId } = await place(room)
  const words = { label: "speculative", confidence: "low", rationale: text(by), seen: null }
  return { documentId, unitId, id: uuidv7(), ...words, requestId: requestId() }
}

async function labelled(room: Room, by: Somebody) {
  const said = await label(room, by)
  value(await giveAnnotation(by, said))
  return { documentId: said.documentId, unitId: said.unitId, seen: said.id, requestId: requestId() }
}

const record = () => ({ kind: "memoir", csl: { type: "book", title: "Recollections" }, archive: null })

async function sourceOf(room: Room, by: Somebody) {
  const sourceId = uuidv7()
  const { projectId } = room
  value(await addSource(by, { projectId, id: sourceId, ...record(), requestId: requestId() }))
  return { projectId, sourceId }
}

async function derivation(room: Room) {
  const { projectId, sourceId } = await sourceOf(room, room.author)
  const { sourceId: originId } = await sourceOf(room, room.author)
  return { projectId, sourceId, originId, id: uuidv7(), how: "retells", note: "", requestId: requestId() }
}

async function merge(room: Room) {
  const { projectId, sourceId } = await sourceOf(room, room.author)
  const { sourceId: intoId } = await sourceOf(room, room.author)
  return { projectId, sourceId, version: 1, intoId, requestId: requestId() }
}

async function link(room: Room) {
  const { first, second } = await place(room)
  const words = { kind: "same", unitId: first.id, otherId: second.id, reason: "" }
  return { projectId: room.projectId, id: uuidv7(), ...words, requestId: requestId() }
}

async function snapshot(room: Room, by: Somebody) {
  const words = { takenOn: "2026-11-28", fileName: "page.txt", base64: btoa("It said so.") }
  return { ...(await sourceOf(room, by)), id: uuidv7(), ...words, requestId: requestId() }
}

async function kept(room: Room) {
  const { projectId, sourceId, id, ...rest } = await snapshot(room, room.author)
  value(await addSnapshot(room.owner, { projectId, sourceId, id, ...rest }))
  return { projectId, sourceId, snapshotId: id }
}

const cited = { stance: "supports", locatorLabel: "page", locator: "12", quotation: "", note: "" }

async function citation(room: Room, by: Somebody) {
  const { sourceId } = await sourceOf(room, room.owner)
  const { documentId, unitId } = await place(room)
  const words = { sourceId, ...cited, rank: null, directness: null }
  const given = { documentId, unitId, id: uuidv7(), ...words, requestId: requestId() }
  return { given, by, kept: { documentId, citationId: given.id, version: 1, requestId: requestId() }, words }
}

async function gave(room: Room, by: Somebody) {
  const made = await citation(room, by)
  value(await giveCitation(by, made.given))
  return made
}

async function raised(room: Room, by: Somebody) {
  const { documentId } = await place(room)
  const flagId = await flag(by, documentId, "The ship sank")
  return { documentId, flagId, version: 1, requestId: requestId() }
}

async function decision(room: Room) {
  const { documentId, unitId } = await place(room)
  const words = { label: "disputed", reason: "The log says otherwise.", seen: null }
  return { documentId, unitId, id: uuidv7(), ...words, requestId: requestId() }
}

async function invited({ owner, projectId }: Room) {
  const invitation = { projectId, id: uuidv7(), role: "reader", note: "" }
  const { path } = value(await inviteMember(owner, { ...invitation, requestId: requestId() }))
  return { invitationId: invitation.id, secret: path!.split("/").at(-1)! }
}

async function joined({ projectId }: Room) {
  const { id: userId } = await person()
  await database().membership.create({ data: { projectId, userId, role: "reader" } })
  return { projectId, userId, version: 1, requestId: requestId() }
}

const provenance = { title: "Log book", author: "", foundAt: "", foundOn: "", licence: "", language: "en" }
const inProject = async ({ projectId }: Room) => ({ projectId })

/**
 * Who may do and see what: every command and every query, as a reader, reviewer, editor, owner, removed owner, stranger
 * and signed out. Written out, so that a change of the policy has to be meant twice.
 */
export const accessTable: readonly Row[] = [
  // Claims
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
  // The project
  row(
    "addDocument",
    "POST projects/[projectId]/documents",
    "forbidden forbidden ok ok not-found not-found signed-out",
    addDocument(() => 1_000_000),
    async ({ projectId }) => ({
      projectId,
      id: uuidv7(),
      ...provenance,
      text: sampleText,
      again: true,
      requestId: requestId(),
    }),
  ),
  row(
    "describeDocument",
    "POST projects/[projectId]/documents/[documentId]",
    "forbidden forbidden ok ok not-found not-found signed-out",
    describeDocument,
    async room => {
      const { documentId } = await place(room)
      return {
        projectId: room.projectId,
        documentId,
        version: 1,
        ...provenance,
        title: "Ship's log",
        requestId: requestId(),
      }
    },
  ),
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
    "projects/[projectId]/citation-style",
    "ok ok ok ok not-found not-found sign-in",
    (actor, { projectId }: { projectId: string }) => citationStyle(actor, projectId),
    inProject,
  ),
  row(
    "bibliography",
    "projects/[projectId]/bibliography",
    "ok ok ok ok not-found not-found sign-in",
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
    "linkClaims",
    "POST projects/[projectId]/claim-links",
    "forbidden forbidden ok ok not-found not-found signed-out",
    linkClaims,
    link,
  ),
  row(
    "withdrawLink",
    "POST projects/[projectId]/claim-links/[linkId]/withdraw",
    "forbidden forbidden ok ok not-found not-found signed-out",
    withdrawLink,
    async room => {
      const made = await link(room)
      value(await linkClaims(room.owner, made))
      return { projectId: made.projectId, linkId: made.id, why: "", requestId: requestId() }
    },
  ),
  row(
    "policyPreview",
    "POST projects/[projectId]/policy/preview",
    "forbidden forbidden forbidden ok not-found not-found signed-out",
    policyPreview,
    async ({ projectId }) => ({ projectId, ...defaultPolicy }),
  ),
  row(
    "changePolicy",
    "POST projects/[projectId]/policy",
    "forbidden forbidden forbidden ok not-found not-found signed-out",
    changePolicy,
    async ({ projectId }) => ({ projectId, version: 1, ...defaultPolicy, requestId: requestId() }),
  ),
  row(
    "describeProject",
    "POST projects/[projectId]",
    "forbidden forbidden forbidden ok not-found not-found signed-out",
    describeProject,
    async ({ projectId }) => ({ projectId, version: 1, name: "Seminar 2", description: "", requestId: requestId() }),
  ),
  row(
    "inviteMember",
    "POST projects/[projectId]/invitations",
    "forbidden forbidden forbidden ok not-found not-found signed-out",
    inviteMember,
    async ({ projectId }) => ({ projectId, id: uuidv7(), role: "owner", note: "", requestId: requestId() }),
  ),
  row(
    "withdrawInvitation",
    "POST projects/[projectId]/invitations/[invitationId]/withdraw",
    "forbidden forbidden forbidden ok not-found not-found signed-out",
    withdrawInvitation,
    async room => {
      const { invitationId } = await invited(room)
      return { projectId: room.projectId, invitationId, requestId: requestId() }
    },
  ),
  row(
    "changeRole",
    "POST projects/[projectId]/members/[userId]/role",
    "forbidden forbidden forbidden ok not-found not-found signed-out",
    changeRole,
    async room => ({ ...(await joined(room)), role: "owner" }),
  ),
  row(
    "removeMember",
    "POST projects/[projectId]/members/[userId]/remove",
    "forbidden forbidden forbidden ok not-found not-found signed-out",
    removeMember,
    joined,
  ),
  // One's own
  row("createProject", "POST projects", "ok ok ok ok ok ok signed-out", createProject, async () => ({
    id: uuidv7(),
    name: "Another",
    description: "",
    requestId: requestId(),
  })),
  row(
    "acceptInvitation",
    "POST invitation/accept",
    "already-member already-member already-member already-member ok ok signed-out",
    acceptInvitation,
    async room => ({ secret: (await invited(room)).secret, requestId: requestId() }),
  ),
  row("changeName", "POST account/name", "ok ok ok ok ok ok signed-out", changeName, async () => ({ name: "Renamed" })),
  row("changePassword", "POST account/password", "ok ok ok ok ok ok signed-out", changePassword, async () => ({
    current: goodPassword,
    next: "four louder libraries",
  })),
  row(
    "disconnectIdentity",
    "DELETE account/identities",
    "ok ok ok ok ok ok signed-out",
    disconnectIdentity,
    async (_, by) => {
      await insertIdentity({ provider: "github", subject: uuidv7() }, by.id)
      return { provider: "github" }
    },
  ),
  row(
    "endSession",
    "DELETE account/sessions/[sessionId]",
    "ok ok ok ok ok ok signed-out",
    endSession,
    async (_, by) => ({ sessionId: (await signedIn(by)).sessionId }),
  ),
  row(
    "endSession, somebody else's",
    "DELETE account/sessions/[sessionId]",
    "not-found not-found not-found not-found not-found not-found signed-out",
    endSession,
    async (_, by) => ({ sessionId: (await signedIn(by)).sessionId }),
    "author",
  ),
  row(
    "endOtherSessions",
    "DELETE account/sessions",
    "ok ok ok ok ok ok signed-out",
    endOtherSessions,
    async () => ({}),
  ),
  row("trySplitter", "POST splitter", "ok ok ok ok ok ok signed-out", trySplitter, async () => ({ text: sampleText })),
  row("signOut", "POST account/sign-out", "ok ok ok ok ok ok signed-out", signOut, async () => ({})),
  // What can be seen
  row(
    "readingRoom",
    "GET documents/[documentId]",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { documentId }: { documentId: string }) => readingRoom(actor, documentId),
    async room => ({ documentId: (await place(room)).documentId }),
  ),
  row(
    "resplit",
    "GET documents/[documentId]/resplit",
    "forbidden forbidden ok ok not-found not-found signed-out",
    (actor, { documentId }: { documentId: string }) => resplit(actor, documentId),
    async room => ({ documentId: (await place(room)).documentId }),
  ),
  row(
    "claimCard",
    "GET documents/[documentId]/claims/[unitId]",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { documentId, unitId }: { documentId: string; unitId: string }) => claimCard(actor, documentId, unitId),
    async room => {
      const { documentId, unitId } = await place(room)
      return { documentId, unitId }
    },
  ),
  row(
    "claimNotes",
    "GET documents/[documentId]/claims/[unitId]/notes",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { documentId, unitId }: { documentId: string; unitId: string }) => claimNotes(actor, documentId, unitId),
    async room => {
      const { documentId, unitId } = await place(room)
      return { documentId, unitId }
    },
  ),
  row(
    "projectOverview",
    "GET projects/[projectId]",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId }: { projectId: string }) => projectOverview(actor, projectId),
    inProject,
  ),
  row(
    "members",
    "GET projects/[projectId]/members",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId }: { projectId: string }) => members(actor, projectId),
    inProject,
  ),
  row(
    "policy",
    "GET projects/[projectId]/policy",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId }: { projectId: string }) => policy(actor, projectId),
    inProject,
  ),
  row(
    "flags",
    "GET projects/[projectId]/flags",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId, ...filter }: { projectId: string }) => flags(actor, projectId, filter),
    inProject,
  ),
  row(
    "activity",
    "GET projects/[projectId]/activity",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId, ...filter }: { projectId: string }) => activity(actor, projectId, filter),
    inProject,
  ),
  row(
    "reopened",
    "GET projects/[projectId]/reopened",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId, ...filter }: { projectId: string }) => reopened(actor, projectId, filter),
    inProject,
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
    "projects/[projectId]/sources/[sourceId]",
    "ok ok ok ok not-found not-found sign-in",
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
  row(
    "exportFile",
    "GET projects/[projectId]/export",
    "ok ok ok ok not-found not-found signed-out",
    exportFile,
    async ({ projectId }) => ({ projectId, format: "csv" }),
  ),
  row(
    "vettedClaims",
    "projects/[projectId]/export",
    "ok ok ok ok not-found not-found sign-in",
    (actor, { projectId }: { projectId: string }) => vettedClaims(actor, projectId),
    inProject,
  ),
  row(
    "projects",
    "GET projects",
    "ok ok ok ok ok ok signed-out",
    actor => projects(actor),
    async () => ({}),
  ),
  row(
    "account",
    "account",
    "ok ok ok ok ok ok sign-in",
    actor => account(actor),
    async () => ({}),
  ),
]
