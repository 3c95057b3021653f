import { uuidv7 } from "uuidv7"
import { addSource } from "../../lib/commands/add-source.ts"
import { addVersion } from "../../lib/commands/add-version.ts"
import { adjudicateClaim } from "../../lib/commands/adjudicate-claim.ts"
import { answerFlag } from "../../lib/commands/answer-flag.ts"
import { changeKind } from "../../lib/commands/change-kind.ts"
import { changePolicy } from "../../lib/commands/change-policy.ts"
import { deriveSource } from "../../lib/commands/derive-source.ts"
import { giveAnnotation } from "../../lib/commands/give-annotation.ts"
import { giveCitation } from "../../lib/commands/give-citation.ts"
import { gradeSource } from "../../lib/commands/grade-source.ts"
import { mergeUnits } from "../../lib/commands/merge-units.ts"
import { moveBoundary } from "../../lib/commands/move-boundary.ts"
import { raiseFlag } from "../../lib/commands/raise-flag.ts"
import { resplitDocument } from "../../lib/commands/resplit-document.ts"
import { restoreUnits } from "../../lib/commands/restore-units.ts"
import { splitIntoParts } from "../../lib/commands/split-into-parts.ts"
import { splitUnit } from "../../lib/commands/split-unit.ts"
import { redoChange, undoChange } from "../../lib/commands/undo-change.ts"
import { changeHash } from "../../lib/db/change-hash.ts"
import { database } from "../../lib/db/client.ts"
import { plainRationale } from "../../lib/domain/rationale.ts"
import type { UnitKind } from "../../lib/domain/unit.ts"
import type { PartToBe } from "../../lib/domain/unit-edit.ts"
import { claimCard } from "../../lib/queries/claim-card.ts"
import { readingRoom } from "../../lib/queries/reading-room.ts"
import { resplit } from "../../lib/queries/resplit.ts"
import { type PolicyWords, policyOf } from "../domain/policies.ts"
import { document, member, type Person, project, sampleText, value } from "../queries/project.ts"

type Label = "documented" | "disputed" | "speculative"

/** A project with people of every role. */
async function people() {
  const { owner, stranger, projectId } = await project()
  const editor = await member(owner, projectId, "editor", "Nora Beck")
  const ann = await member(owner, projectId, "reviewer", "Ann Okafor")
  const ben = await member(owner, projectId, "reviewer", "Ben Ferrand")
  return { owner, stranger, projectId, editor, ann, ben }
}

/** A new document, of the people given or of new ones, and short words for what they do in it. */
export async function room(given?: Awaited<ReturnType<typeof people>>) {
  const { owner, stranger, projectId, editor, ann, ben } = given ?? (await people())
  const { id: documentId, units } = await document(owner, projectId)
  const asked = () => ({ documentId, requestId: uuidv7() })
  const live = async () => value(await readingRoom(owner, documentId)).units
  /** The units of the text as it stands, in its order, without all that a screen shows of them. */
  const cut = async () => {
    const { currentVersion: number } = await database().document.findUniqueOrThrow({ where: { id: documentId } })
    return database().unit.findMany({
      where: { documentId, number, retired: false },
      select: { id: true, start: true, end: true, version: true },
      orderBy: { start: "asc" },
    })
  }
  const words = async () => (await live()).map(unit => sampleText.slice(unit.start, unit.end))
  const pair = async (unitId: string) => {
    const units = await cut()
    const next = units[units.findIndex(unit => unit.id === unitId) + 1]
    return { unitId, version: await seen(unitId), nextId: next?.id ?? null, nextVersion: next?.version ?? null }
  }
  const seen = async (unitId: string) =>
    (await database().unit.findUniqueOrThrow({ where: { id: unitId }, select: { version: true } })).version
  return {
    owner,
    stranger,
    editor,
    ann,
    ben,
    projectId,
    documentId,
    first: units[0]!.id,
    second: units[1]!.id,
    units,
    asked,
    live,
    cut,
    words,
    seen,
    pair,
    card: async (who: Person, unitId: string) => value(await claimCard(who, documentId, unitId)),
    label: (who: Person, unitId: string, label: Label, seenId: string | null = null, reason = "So it says.") => {
      const said = { unitId, id: uuidv7(), label, confidence: "high", rationale: plainRationale(reason), seen: seenId }
      return giveAnnotation(who, { ...asked(), ...said })
    },
    /** Judges apart whether it is so and whether it was said. */
    judge: (who: Person, unitId: string, label: Label, said: Label) => {
      const words = { unitId, id: uuidv7(), label, said, confidence: "high", seen: null }
      return giveAnnotation(who, { ...asked(), ...words, rationale: plainRationale("He wrote it; nobody else did.") })
    },
    source: async (who: Person, title = "Lloyd's register") => {
      const id = uuidv7()
      const record = { kind: "archival-record", csl: { type: "book", title }, archive: null }
      value(await addSource(who, { projectId, id, ...record, requestId: uuidv7() }))
      return id
    },
    cite: (who: Person, unitId: string, sourceId: string, stance = "supports", id = uuidv7(), more: object = {}) =>
      giveCitation(who, { ...asked(), unitId, id, ...citationWords(sourceId, stance), ...more }),
    grade: (who: Person, sourceId: string, reliability: string, seenId: string | null = null, id = uuidv7()) => {
      const words = { projectId, sourceId, id, seen: seenId, reliability, reason: "It was looked into." }
      return gradeSource(who, { ...words, requestId: uuidv7() })
    },
    derive: (who: Person, sourceId: string, originId: string, id = uuidv7()) => {
      const words = { projectId, sourceId, originId, id, how: "retells", note: "" }
      return deriveSource(who, { ...words, requestId: uuidv7() })
    },
    split: async (who: Person, unitId: string, at: number, ids = [uuidv7(), uuidv7()]) =>
      splitUnit(who, { ...asked(), unitId, version: await seen(unitId), at, ids }),
    divide: async (who: Person, unitId: string, parts: readonly PartToBe[]) =>
      splitIntoParts(who, { ...asked(), unitId, version: await seen(unitId), parts }),
    merge: async (who: Person, unitId: string, id = uuidv7()) =>
      mergeUnits(who, { ...asked(), ...(await pair(unitId)), id }),
    move: async (who: Person, unitId: string, at: number) =>
      moveBoundary(who, { ...asked(), ...(await pair(unitId)), at }),
    kind: async (who: Person, unitId: string, kind: UnitKind) =>
      changeKind(who, { ...asked(), unitId, version: await seen(unitId), kind }),
    restore: async (who: Person, unitId: string) =>
      restoreUnits(who, { ...asked(), unitId, version: await seen(unitId) }),
    decide: (who: Person, unitId: string, label: Label, seenId: string | null = null, id = uuidv7()) =>
      adjudicateClaim(who, { ...asked(), unitId, id, label, reason: "The register decides.", seen: seenId }),
    flag: async (who: Person, quote: string, blocking = true, id = uuidv7()) => {
      const start = sampleText.indexOf(quote)
      const span = { start, end: start + quote.length, quote }
      return raiseFlag(who, { ...asked(), id, ...span, reason: "needs-source", note: "", blocking })
    },
    answer: (who: Person, flagId: string, version = 1) =>
      answerFlag(who, { ...asked(), flagId, version, answer: "It is cited now." }),
    /** Takes the hunks that `chosen` picks by their number, as they stand now. */
    resplit: async (who: Person, chosen: (hunk: number) => boolean = () => true, cues = true) => {
      const { revision, splitter, hunks } = value(await resplit(owner, documentId))
      const spans = hunks.filter((_, at) => chosen(at)).map(({ start, end }) => [start, end])
      return resplitDocument(who, { ...asked(), seen: revision, splitter: splitter.to, hunks: spans, cues })
    },
    /** Adds a new version of the text. */
    renew: async (who: Person, text: string, onto?: number) => {
      const { currentVersion } = await database().document.findUniqueOrThrow({ where: { id: documentId } })
      return addVersion(() => 1_000_000)(who, { ...asked(), onto: onto ?? currentVersion, text })
    },
    undo: (who: Person, told: number[] = []) => undoChange(who, { ...asked(), told }),
    redo: (who: Person, told: number[] = []) => redoChange(who, { ...asked(), told }),
    policy: (words: PolicyWords, version = 1, who = owner) =>
      changePolicy(who, { projectId, version, ...policyOf(words), requestId: uuidv7() }),
  }
}

export const citationWords = (sourceId: string, stance = "supports") => ({
  sourceId,
  stance,
  locatorLabel: "page",
  locator: "12",
  quotation: "",
  note: "",
  rank: null,
  directness: null,
})

/** Throws unless the stream's revisions are 1, 2, 3 … and each change carries the hash of the one before. */
export async function chain(streamId: string): Promise<number> {
  const changes = await database().change.findMany({ where: { streamId }, orderBy: { revision: "asc" } })
  let previous: Uint8Array = new Uint8Array(32)
  for (const [i, { revision, actorId, at, kind, body, hash }] of changes.entries()) {
    if (revision !== i + 1) throw new Error(`revision ${revision} comes after ${i}`)
    const expected = changeHash({ previous, streamId, revision, actorId, at, kind, body })
    if (!expected.equals(hash)) throw new Error(`the chain breaks at revision ${revision}`)
    previous = hash
  }
  const head =
    (await database().document.findUnique({ where: { id: streamId }, select: { revision: true, headHash: true } })) ??
    (await database().project.findUniqueOrThrow({
      where: { id: streamId },
      select: { revision: true, headHash: true },
    }))
  if (head.revision !== changes.length || !Buffer.from(head.headHash).equals(previous))
    throw new Error("the head is not the last change")
  return changes.length
}
