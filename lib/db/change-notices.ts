import { byKey } from "../domain/by-key.ts"
import type { ProjectChange } from "../domain/change.ts"
import { mentionsIn } from "../domain/comment-text.ts"
import type {
  AdjudicationState,
  AnnotationState,
  CommentState,
  Effect,
  FlagState,
  Step,
  ThreadState,
} from "../domain/effect.ts"
import type { Label } from "../domain/label.ts"
import type { Verdict } from "../domain/verdict.ts"
import { type NewNotice, saveNotices } from "./notice-rows.ts"
import type { DocumentPass, ProjectPass } from "./pass.ts"
import { questionsAnswered } from "./question-rows.ts"
import type { Cause } from "./reopening-rows.ts"

/**
 * Tell those whom a change of a document concerns: who is mentioned or took part, whose flag was answered, whose claim
 * was decided, who is asked or answered, and who is to
 * deal with flags.
 */
export async function tellOfEffect(pass: DocumentPass, effect: Effect): Promise<void> {
  const { comments, flags, threads, adjudications, annotations } = effect
  const notices = [
    ...(await ofComments(pass, comments)),
    ...ofFlags(pass, flags),
    ...ofQuestions(pass, threads),
    ...(await ofDecisions(pass, adjudications)),
    ...(await ofNewLabels(pass, annotations)),
  ]
  if (notices.length > 0)
    await saveNotices(pass, { streamId: pass.documentId, revision: pass.revision }, await toMembers(pass, notices))
}

/** Tell those whom a change of the project itself concerns: who is mentioned or took part in discussing a source. */
export async function tellOfProjectChange(pass: ProjectPass, change: ProjectChange): Promise<void> {
  if (!("comments" in change)) return
  const notices = await ofComments(pass, change.comments)
  const cause = { streamId: pass.projectId, revision: pass.projectRevision }
  if (notices.length > 0) await saveNotices(pass, cause, await toMembers(pass, notices))
}

function ofFlags(pass: DocumentPass, steps: readonly Step<FlagState>[] = []): NewNotice[] {
  const given = byKey(
    steps.flatMap(({ before, after }) => (after?.assigneeId && after.assigneeId !== before?.assigneeId ? [after] : [])),
    ({ assigneeId }) => assigneeId!,
  )
  const assigned = [...given].map(([userId, flags]) => {
    const place = { documentId: pass.documentId, flagId: flags[0]!.id, count: flags.length }
    return { userId, kind: "flag-assigned" as const, ...place }
  })
  const answered = steps.flatMap(({ before, after }) =>
    before?.status === "open" && after?.status === "answered" && after.raisedBy
      ? [{ userId: after.raisedBy, kind: "flag-answered" as const, documentId: pass.documentId, flagId: after.id }]
      : [],
  )
  return [...answered, ...assigned]
}

function ofQuestions(pass: DocumentPass, steps: readonly Step<ThreadState>[] = []): NewNotice[] {
  return steps.flatMap(({ before, after }) => {
    if (before || !after?.asks || !after.unitId) return []
    const place = { documentId: pass.documentId, unitId: after.unitId, threadId: after.id }
    return after.asks.map(userId => ({ userId, kind: "asked" as const, ...place }))
  })
}

/** Who labelled a claim that was decided or reopened, and whose decision stands no longer. */
async function ofDecisions(pass: DocumentPass, steps: readonly Step<AdjudicationState>[] = []): Promise<NewNotice[]> {
  const notices: NewNotice[] = []
  for (const { before, after } of steps) {
    const unitId = (after ?? before)?.unitId
    if (!unitId) continue
    const kind = after ? ("decided" as const) : ("decision-reopened" as const)
    const where = { projectId: pass.projectId, documentId: pass.documentId, unitId, current: true }
    const said = await pass.tx.annotation.findMany({ where, select: { reviewerId: true } })
    const people = new Set([...said.map(({ reviewerId }) => reviewerId), ...(before ? [before.editorId] : [])])
    notices.push(...[...people].map(userId => ({ userId, kind, documentId: pass.documentId, unitId })))
  }
  return notices
}

/** Who asked a question that the actor answers with another label. */
async function ofNewLabels(pass: DocumentPass, steps: readonly Step<AnnotationState>[] = []): Promise<NewNotice[]> {
  const notices: NewNotice[] = []
  for (const { before, after } of steps) {
    if (!before || before.reviewerId !== pass.actor.id) continue
    const { unitId } = after ?? before
    for (const { threadId, askerId } of await questionsAnswered(pass, unitId, before.id))
      notices.push({ userId: askerId, kind: "question-answered", documentId: pass.documentId, unitId, threadId })
  }
  return notices
}

async function ofComments(pass: ProjectPass, steps: readonly Step<CommentState>[] = []): Promise<NewNotice[]> {
  const notices: NewNotice[] = []
  for (const { before, after } of steps) {
    if (!after || after.deleted) continue
    const known = new Set(mentionsIn(before?.text ?? ""))
    const mentioned = mentionsIn(after.text).filter(id => !known.has(id))
    const others = before
      ? []
      : (await takingPart(pass, after.threadId)).filter(({ userId }) => !mentioned.includes(userId))
    if (mentioned.length + others.length === 0) continue
    const place = await placeOf(pass, after.threadId)
    notices.push(
      ...mentioned.map(userId => ({ userId, kind: "mentioned" as const, ...place })),
      ...others.map(other => ({ ...other, ...place })),
    )
  }
  return notices
}

/**
 * Who is told of a new comment in a thread, and as what: who asked the question that the actor answers, who decided on
 * the claim, who wrote in it, is asked in it, or raised the flag it is about. A question that is only being asked is told
 * to those who are asked.
 */
const takingPart = (pass: ProjectPass, threadId: string): Promise<{ userId: string; kind: NewNotice["kind"] }[]> =>
  pass.tx.$queryRaw<{ userId: string; kind: NewNotice["kind"] }[]>`
    WITH t AS (
      SELECT *, asks <> '{}' AND NOT EXISTS (
        SELECT 1 FROM "Comment" c WHERE c."threadId" = "Thread".id HAVING count(*) > 1) AS begun
      FROM "Thread" WHERE id = ${threadId}::uuid AND "projectId" = ${pass.projectId}::uuid)
    SELECT DISTINCT ON ("userId") "userId", kind FROM (
      SELECT "createdBy" AS "userId", 'question-answered' AS kind, 0 AS rank FROM t WHERE ${pass.actor.id}::uuid = ANY(asks)
      UNION ALL SELECT d."editorId", 'decision-answered', 1
        FROM t JOIN "Adjudication" d ON d."unitId" = t."unitId" AND d.current WHERE NOT begun
      UNION ALL SELECT c."authorId", 'answered', 2
        FROM t JOIN "Comment" c ON c."threadId" = t.id WHERE c."deletedAt" IS NULL
      UNION ALL SELECT unnest(asks), 'answered', 2 FROM t WHERE NOT begun
      UNION ALL SELECT f."raisedBy", 'answered', 2 FROM t JOIN "Flag" f ON f.id = t."flagId" AND f."raisedBy" IS NOT NULL) told
    ORDER BY "userId", rank`

async function placeOf(pass: ProjectPass, threadId: string): Promise<Omit<NewNotice, "userId" | "kind">> {
  const { documentId, unitId, flagId, sourceId } = await pass.tx.thread.findUniqueOrThrow({
    where: { projectId_id: { projectId: pass.projectId, id: threadId } },
  })
  return {
    threadId,
    ...(documentId && { documentId }),
    ...(unitId && { unitId }),
    ...(flagId && { flagId }),
    ...(sourceId && { sourceId }),
  }
}

/** A verdict that is about to be stored anew, with what stood before. */
export interface MovedVerdict {
  readonly id: string
  readonly wasState: Verdict["state"]
  readonly was: Label | null
  readonly wasBy: Verdict["by"]
  readonly state: Verdict["state"]
  readonly label: Label | null
}

/**
 * Tell those on whose word verdicts stood that have fallen, and the others who labelled a claim that is contested now.
 * A person hears once of all that a change did to their claims in a document, but of each claim by itself that is in a
 * norming round, since that one waits for the round's end.
 */
export async function tellOfVerdicts(
  pass: ProjectPass,
  documentId: string,
  moved: readonly MovedVerdict[],
  cause: Cause,
): Promise<void> {
  const told = moved.flatMap(({ id, was, wasBy, wasState, label, state }) => {
    const fell = was !== null && label === null
    const contested = state === "contested" && wasState !== "contested"
    return fell || contested ? [{ id, was: fell ? was : null, by: fell ? wasBy : null, contested }] : []
  })
  if (told.length === 0) return
  const rows = await pass.tx.$queryRaw<{ userId: string; kind: NewNotice["kind"]; unitId: string; count: number }[]>`
    WITH v AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(told)}::jsonb) AS v(id uuid, was text, by text, contested bool)),
    said AS (
      SELECT a."reviewerId" AS "userId", v.id,
        CASE WHEN v.by = 'policy' AND a.label = v.was THEN 'verdict-reopened' WHEN v.contested THEN 'contested' END AS kind
      FROM v JOIN "Annotation" a ON a."unitId" = v.id AND a.current
      UNION ALL SELECT d."editorId", v.id, 'verdict-reopened'
      FROM v CROSS JOIN LATERAL (
        SELECT "editorId" FROM "Adjudication" WHERE "unitId" = v.id AND label = v.was ORDER BY revision DESC LIMIT 1) d
      WHERE v.by = 'adjudication')
    SELECT s."userId", s.kind, count(DISTINCT s.id)::int AS count, (array_agg(s.id ORDER BY u.start))[1] AS "unitId"
    FROM said s JOIN "Unit" u ON u.id = s.id WHERE s.kind IS NOT NULL
    GROUP BY s."userId", s.kind, (
      SELECT c."unitId" FROM "NormingClaim" c JOIN "NormingRound" r ON r.id = c."roundId"
      WHERE c."unitId" = s.id AND r.stage = 'blind' LIMIT 1)`
  const notices = rows.map(({ userId, kind, unitId, count }) => ({ userId, kind, documentId, unitId, count }))
  await saveNotices(pass, cause, await toMembers(pass, notices))
}

async function toMembers(pass: ProjectPass, notices: readonly NewNotice[]): Promise<NewNotice[]> {
  const rows = await pass.tx.membership.findMany({
    where: { projectId: pass.projectId, leftAt: null, userId: { in: notices.map(({ userId }) => userId) } },
    select: { userId: true },
  })
  const members = new Set(rows.map(({ userId }) => userId))
  return notices.filter(({ userId }) => members.has(userId))
}
