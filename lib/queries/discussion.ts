import { flagById } from "../db/claim-rows.ts"
import { earlierTexts, flagThreads, passageThreads, sourceThreads } from "../db/discussion-rows.ts"
import { type Actor, isId, readDocument, readProject } from "../db/pass.ts"
import { sourceById } from "../db/project-rows.ts"
import { peopleBehind, peopleToMention } from "../db/shown-people.ts"
import { commentById, mayDiscuss } from "../db/thread-rows.ts"
import { isOfOtherVersion, unitById } from "../db/unit-rows.ts"
import { mentionsIn, toldApart, withMentions } from "../domain/comment-text.ts"
import { fail, ok } from "../domain/failure.ts"
import { shownDiscussion } from "./shown-discussion.ts"

/**
 * What was said in the threads on a passage, on what it came from and on the flags that touch it. One that was split or
 * merged keeps its discussion, which can still be read there.
 */
export const claimDiscussion = (actor: Actor, documentId: string, unitId: string) =>
  readDocument(actor, documentId, "project.read", async pass => {
    const unit = isId(unitId) ? await unitById(pass, unitId) : null
    if (!unit)
      return fail({ code: isId(unitId) && (await isOfOtherVersion(pass, unitId)) ? "passage-lost" : "not-found" })
    const veiled = !(await mayDiscuss(pass, unit.state))
    return ok(await shownDiscussion(pass, await passageThreads(pass, unitId, unit.state), veiled))
  })

/** What was said in the threads on a flag. */
export const flagDiscussion = (actor: Actor, documentId: string, flagId: string) =>
  readDocument(actor, documentId, "project.read", async pass => {
    const flag = isId(flagId) ? await flagById(pass, flagId) : null
    if (!flag) return fail({ code: "not-found" })
    return ok(await shownDiscussion(pass, await flagThreads(pass, flagId), !(await mayDiscuss(pass, flag.state))))
  })

/** What was said in the threads on a source and on the records that were merged into it. */
export const sourceDiscussion = (actor: Actor, projectId: string, sourceId: string) =>
  readProject(actor, projectId, "project.read", async pass => {
    if (!isId(sourceId) || !(await sourceById(pass, sourceId))) return fail({ code: "not-found" })
    return ok(await shownDiscussion(pass, await sourceThreads(pass, sourceId), false))
  })

/** Whom the actor can mention in a comment, under names that tell them apart. */
export const mentionable = (actor: Actor, projectId: string) =>
  readProject(actor, projectId, "comment.give", async pass => ok({ people: toldApart(await peopleToMention(pass)) }))

/** What a comment said before it was edited or deleted. */
export const commentTrace = (actor: Actor, documentId: string, commentId: string) =>
  readDocument(actor, documentId, "comment.trace", async pass => {
    const comment = isId(commentId) ? await commentById(pass, documentId, commentId) : null
    return comment ? ok(await traceOf(pass, documentId, commentId)) : fail({ code: "not-found" })
  })

/** What a comment on a source said before it was edited or deleted. */
export const sourceCommentTrace = (actor: Actor, projectId: string, commentId: string) =>
  readProject(actor, projectId, "comment.trace", async pass => {
    const comment = isId(commentId) ? await commentById(pass, null, commentId) : null
    return comment ? ok(await traceOf(pass, projectId, commentId)) : fail({ code: "not-found" })
  })

async function traceOf(pass: Parameters<typeof earlierTexts>[0], streamId: string, commentId: string) {
  const rows = await earlierTexts(pass, streamId, commentId.toLowerCase())
  const people = await peopleBehind(
    pass,
    rows.flatMap(({ text }) => mentionsIn(text)),
  )
  return {
    earlier: rows.map(({ text, until }) => ({
      text: withMentions(text, id => people.get(id)?.id ?? id),
      until: until.toISOString(),
    })),
    people: [...people.values()],
  }
}
