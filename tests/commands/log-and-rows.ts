import { expect } from "vitest"
import { claimFacts, currentPolicy } from "../../lib/db/claim-facts.ts"
import { database } from "../../lib/db/client.ts"
import { readDocument } from "../../lib/db/pass.ts"
import { ruleMoves } from "../../lib/db/rule-flag-rows.ts"
import type { DocumentChange } from "../../lib/domain/change.ts"
import { effectParts, inVersion, type UnitState } from "../../lib/domain/effect.ts"
import { ok } from "../../lib/domain/failure.ts"
import { type Rows, replay } from "../../lib/domain/replay.ts"
import { changeOf } from "../../lib/domain/stored-change.ts"
import { canonical } from "../../lib/domain/undo.ts"
import { verdictOf } from "../../lib/domain/verdict.ts"
import { type Person, value } from "../queries/project.ts"
import { chain } from "./room.ts"

interface Room {
  readonly owner: Person
  readonly projectId: string
  readonly documentId: string
}

/** What the log of a document begins with: its units as they were proposed, by which version of the splitter. */
interface Beginning {
  readonly units: readonly UnitState[]
  readonly splitter: number
}

/** The rows as the database has them, in the shape of the log's states. */
export async function stored(documentId: string): Promise<Rows> {
  const where = { documentId }
  const by = <S extends object>(key: (state: S) => string, list: unknown[]) =>
    new Map((list as S[]).map(state => [key(state), state]))
  const units = await database().unit.findMany({
    where,
    select: columns("id start end kind rules cues origin retired number"),
  })
  const proposals = await database().unit.findMany({
    where: { ...where, proposed: true },
    select: columns("id bornStart bornEnd bornKind bornCues"),
  })
  const { currentVersion: number } = await database().document.findUniqueOrThrow({ where: { id: documentId } })
  const { splitterVersion } = await database().version.findFirstOrThrow({ where: { ...where, number } })
  const annotations = await database().annotation.findMany({
    where: { ...where, current: true },
    select: columns("id unitId reviewerId label confidence rationale said start end blind number"),
  })
  const citations = await database().citation.findMany({
    where,
    select: columns(
      "id unitId sourceId authorId stance locatorLabel locator quotation note rank directness credibility bearsOn throughId snapshotId withdrawnAt",
    ),
  })
  const flags = await database().flag.findMany({
    // What rules flag is computed from the other rows, as verdicts are; what people did with it is in the log.
    where: { ...where, raisedBy: { not: null } },
    select: columns(
      "id start end quote prefix suffix reason note blocking status raisedBy answer answeredBy number assigneeId dueOn",
    ),
  })
  const adjudications = await database().adjudication.findMany({
    where: { ...where, current: true },
    select: columns("id unitId editorId label reason how follows"),
  })
  const threads = await database().thread.findMany({
    where: { documentId },
    select: columns("id unitId flagId sourceId asks createdBy resolvedBy"),
  })
  const comments = await database().comment.findMany({
    ...ofDocument(documentId),
    select: columns("id threadId authorId text deletedAt"),
  })
  const preAnnotations = await database().preAnnotation.findMany({
    where,
    select: columns("id unitId start end number label text author fileLabel file importedBy status dismissedBy"),
  })
  return {
    preAnnotations: by(({ id }) => id, preAnnotations.map(numbered)),
    threads: by(
      ({ id }) => id,
      threads.map(({ asks, ...thread }) => ({ ...thread, ...(asks.length > 0 && { asks }) })),
    ),
    comments: by(
      ({ id }) => id,
      comments.map(({ deletedAt, ...said }) => ({ ...said, deleted: deletedAt !== null })),
    ),
    units: by(unit => unit.id, units.map(numbered)),
    annotations: by(
      said => `${said.unitId} ${said.reviewerId}`,
      annotations.map(({ blind, ...said }) => numbered({ ...said, ...(blind && { blind }) })),
    ),
    citations: by(
      cited => cited.id,
      citations.map(({ withdrawnAt, ...cited }) => ({ ...cited, withdrawn: withdrawnAt !== null })),
    ),
    flags: by(
      flag => flag.id,
      flags.map(numbered).map(({ assigneeId, dueOn, ...flag }) => ({
        ...flag,
        ...(assigneeId && { assigneeId }),
        ...(dueOn && { dueOn: dueOn.toISOString().slice(0, 10) }),
      })),
    ),
    adjudications: by(
      decision => decision.unitId,
      adjudications.map(({ how, follows, ...decision }) => {
        return { ...decision, ...(how && { how }), ...(follows.length > 0 && { follows }) }
      }),
    ),
    proposals: by(
      ({ id }) => id,
      proposals.map(({ id, bornStart, bornEnd, bornKind, bornCues }) => {
        return { id, start: bornStart, end: bornEnd, kind: bornKind, cues: bornCues }
      }),
    ),
    splitter: new Map([["document", { version: splitterVersion }]]),
    versions: new Map([["document", { number }]]),
  }
}

const numbered = <S extends { readonly number: number }>(state: S) => inVersion(state, state.number)

/** How to find the comments of a document. */
export const ofDocument = (documentId: string) =>
  ({ where: { thread: { documentId } }, orderBy: { id: "asc" } }) as const
const columns = <K extends string>(names: K) =>
  Object.fromEntries(names.split(" ").map(name => [name, true])) as Record<Words<K>, true>
type Words<K extends string> = K extends `${infer First} ${infer Rest}` ? First | Words<Rest> : K

const sorted = (map: ReadonlyMap<string, unknown>) =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, state]) => `${key} ${canonical(state)}`)

/**
 * Throws unless the chains of the document and its project hold, the log replayed gives the rows, and every verdict is
 * the one that the policy makes of them. Answers what the log gives and how many changes it holds.
 */
export async function checkLog({ owner, documentId, projectId }: Room, { units, splitter }: Beginning) {
  await chain(documentId)
  await chain(projectId)
  const changes = await database().change.findMany({ where: { streamId: documentId }, orderBy: { revision: "asc" } })
  const folded = replay(
    units,
    changes.map(({ kind, body }) => (changeOf(kind, body) as DocumentChange).effect),
  )
  const rows = await stored(documentId)
  for (const part of effectParts.filter(part => part !== "splitter" && part !== "versions"))
    expect(sorted(rows[part])).toEqual(
      sorted(part === "flags" ? new Map([...folded.flags].filter(([, { raisedBy }]) => raisedBy)) : folded[part]),
    )
  const first = new Map([["document", { version: splitter }]])
  expect(sorted(rows.splitter)).toEqual(sorted(folded.splitter.size > 0 ? folded.splitter : first))
  expect(sorted(rows.versions)).toEqual(
    sorted(folded.versions.size > 0 ? folded.versions : new Map([["document", { number: 1 }]])),
  )
  await checkVerdicts(owner, documentId)
  return { folded, length: changes.length }
}

/** Every stored verdict, and every rule's flag, is what the policy as it stands makes of the facts. */
async function checkVerdicts(owner: Person, documentId: string): Promise<void> {
  const wrong = await readDocument(owner, documentId, "project.read", async pass => {
    const { policy } = await currentPolicy(pass)
    const claims = await claimFacts(pass, pass, null, "all")
    return ok(
      claims.flatMap(claim => {
        const { id, state, verdict, verdictBy, facts } = claim
        const due = verdictOf(facts, policy)
        const same = due.state === state && due.label === verdict && due.by === verdictBy
        const flags = ruleMoves(claim, due, policy)
        return same && flags.length === 0 ? [] : [{ id, state, verdict, due, flags }]
      }),
    )
  })
  expect(value(wrong)).toEqual([])
}
