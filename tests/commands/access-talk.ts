import { uuidv7 } from "uuidv7"
import { beginSourceThread, beginThread } from "../../lib/commands/begin-thread.ts"
import { changeComment, changeSourceComment } from "../../lib/commands/change-comment.ts"
import { chooseMail } from "../../lib/commands/choose-mail.ts"
import { deleteComment, deleteSourceComment } from "../../lib/commands/delete-comment.ts"
import { giveComment, giveSourceComment } from "../../lib/commands/give-comment.ts"
import { readAllNotices, readNotices } from "../../lib/commands/read-notices.ts"
import { readThreads } from "../../lib/commands/read-threads.ts"
import {
  reopenSourceThread,
  reopenThread,
  resolveSourceThread,
  resolveThread,
} from "../../lib/commands/resolve-thread.ts"
import { database } from "../../lib/db/client.ts"
import {
  claimDiscussion,
  commentTrace,
  flagDiscussion,
  mentionable,
  sourceCommentTrace,
  sourceDiscussion,
} from "../../lib/queries/discussion.ts"
import { inbox, unreadNotices } from "../../lib/queries/inbox.ts"
import { flag, value } from "../queries/project.ts"
import { inProject, place, requestId, sourceOf } from "./access-inputs.ts"
import { type Row, row } from "./access-row.ts"
import type { Room, Somebody } from "./everybody.ts"

const text = "Who says so?"
const everybodysOwn = "ok ok ok ok ok ok signed-out"
const whoComments = "forbidden ok ok ok not-found not-found signed-out"
const onlyTheAuthor = "forbidden only-your-own only-your-own only-your-own not-found not-found signed-out"
const whoReads = "ok ok ok ok not-found not-found signed-out"
const whoTraces = "forbidden forbidden ok ok not-found not-found signed-out"

async function begun(room: Room, by: Somebody = room.author) {
  const { documentId, unitId } = await place(room)
  const [threadId, commentId] = [uuidv7(), uuidv7()]
  value(await beginThread(by, { documentId, unitId, threadId, id: commentId, text, requestId: requestId() }))
  return { documentId, unitId, threadId, commentId }
}

async function begunOnSource(room: Room, by: Somebody = room.author) {
  const { projectId, sourceId } = await sourceOf(room, room.author)
  const [threadId, commentId] = [uuidv7(), uuidv7()]
  value(await beginSourceThread(by, { projectId, sourceId, threadId, id: commentId, text, requestId: requestId() }))
  return { projectId, sourceId, threadId, commentId }
}

const inThread = async (room: Room) => {
  const { documentId, threadId } = await begun(room)
  return { documentId, threadId, version: 1, requestId: requestId() }
}
const inSourceThread = async (room: Room) => {
  const { projectId, threadId } = await begunOnSource(room)
  return { projectId, threadId, version: 1, requestId: requestId() }
}
const reopened = async (room: Room, make: typeof inThread | typeof inSourceThread) => {
  const input = await make(room)
  const step = "documentId" in input ? resolveThread : resolveSourceThread
  value(await step(room.author, input))
  return { ...input, version: 2, requestId: requestId() }
}
const ownComment = async (room: Room, by: Somebody) => {
  const { documentId, commentId } = await begun(room, by)
  return { documentId, commentId, version: 1, requestId: requestId() }
}
const ownSourceComment = async (room: Room, by: Somebody) => {
  const { projectId, commentId } = await begunOnSource(room, by)
  return { projectId, commentId, version: 1, requestId: requestId() }
}

const documents = "documents/[documentId]"
const projects = "projects/[projectId]"

/** Discussions, what tells of them, and what is said by e-mail. */
export const talkRows: readonly Row[] = [
  row("beginThread", `POST ${documents}/threads`, whoComments, beginThread, async room => {
    const { documentId, unitId } = await place(room)
    return { documentId, unitId, threadId: uuidv7(), id: uuidv7(), text, requestId: requestId() }
  }),
  row("beginThread, on a flag", `POST ${documents}/threads`, whoComments, beginThread, async room => {
    const { documentId } = await place(room)
    const flagId = await flag(room.author, documentId, "The ship")
    return { documentId, flagId, threadId: uuidv7(), id: uuidv7(), text, requestId: requestId() }
  }),
  row("giveComment", `POST ${documents}/threads/[threadId]/comments`, whoComments, giveComment, async room => {
    const { documentId, threadId } = await begun(room)
    return { documentId, threadId, id: uuidv7(), text, requestId: requestId() }
  }),
  row(
    "changeComment",
    `POST ${documents}/comments/[commentId]`,
    onlyTheAuthor,
    changeComment,
    async (room, by) => ({ ...(await ownComment(room, by)), text: "Who else?" }),
    "author",
  ),
  row(
    "deleteComment",
    `POST ${documents}/comments/[commentId]/delete`,
    onlyTheAuthor,
    deleteComment,
    ownComment,
    "author",
  ),
  row("resolveThread", `POST ${documents}/threads/[threadId]/resolve`, whoComments, resolveThread, inThread),
  row("reopenThread", `POST ${documents}/threads/[threadId]/reopen`, whoComments, reopenThread, room =>
    reopened(room, inThread),
  ),
  row(
    "beginSourceThread",
    `POST ${projects}/sources/[sourceId]/threads`,
    whoComments,
    beginSourceThread,
    async room => ({
      ...(await sourceOf(room, room.author)),
      threadId: uuidv7(),
      id: uuidv7(),
      text,
      requestId: requestId(),
    }),
  ),
  row(
    "giveSourceComment",
    `POST ${projects}/threads/[threadId]/comments`,
    whoComments,
    giveSourceComment,
    async room => {
      const { projectId, threadId } = await begunOnSource(room)
      return { projectId, threadId, id: uuidv7(), text, requestId: requestId() }
    },
  ),
  row(
    "changeSourceComment",
    `POST ${projects}/comments/[commentId]`,
    onlyTheAuthor,
    changeSourceComment,
    async (room, by) => ({ ...(await ownSourceComment(room, by)), text: "Who else?" }),
    "author",
  ),
  row(
    "deleteSourceComment",
    `POST ${projects}/comments/[commentId]/delete`,
    onlyTheAuthor,
    deleteSourceComment,
    ownSourceComment,
    "author",
  ),
  row(
    "resolveSourceThread",
    `POST ${projects}/threads/[threadId]/resolve`,
    whoComments,
    resolveSourceThread,
    inSourceThread,
  ),
  row("reopenSourceThread", `POST ${projects}/threads/[threadId]/reopen`, whoComments, reopenSourceThread, room =>
    reopened(room, inSourceThread),
  ),
  row("readThreads", `POST ${projects}/threads/read`, whoReads, readThreads, async room => {
    const { threadId } = await begun(room)
    return { projectId: room.projectId, threads: [{ threadId, to: new Date().toISOString() }] }
  }),
  row("chooseMail", "POST account/mail", everybodysOwn, chooseMail, async () => ({ choice: "off" })),
  row("readNotices", "POST inbox/read", everybodysOwn, readNotices, async (room, by) => ({
    ids: [await noticeTo(room, by)],
  })),
  row("readAllNotices", "POST inbox/read-all", everybodysOwn, readAllNotices, async (room, by) => {
    await noticeTo(room, by)
    return { until: new Date().toISOString(), project: null }
  }),
  row(
    "claimDiscussion",
    `GET ${documents}/claims/[unitId]/discussion`,
    whoReads,
    (actor, { documentId, unitId }: { documentId: string; unitId: string }) =>
      claimDiscussion(actor, documentId, unitId),
    async room => {
      const { documentId, unitId } = await begun(room)
      return { documentId, unitId }
    },
  ),
  row(
    "flagDiscussion",
    `GET ${documents}/flags/[flagId]/discussion`,
    whoReads,
    (actor, { documentId, flagId }: { documentId: string; flagId: string }) =>
      flagDiscussion(actor, documentId, flagId),
    async room => {
      const { documentId } = await place(room)
      return { documentId, flagId: await flag(room.author, documentId, "The ship") }
    },
  ),
  row(
    "sourceDiscussion",
    `GET ${projects}/sources/[sourceId]/discussion`,
    whoReads,
    (actor, { projectId, sourceId }: { projectId: string; sourceId: string }) =>
      sourceDiscussion(actor, projectId, sourceId),
    async room => {
      const { projectId, sourceId } = await begunOnSource(room)
      return { projectId, sourceId }
    },
  ),
  row(
    "mentionable",
    `GET ${projects}/people`,
    whoComments,
    (actor, { projectId }: { projectId: string }) => mentionable(actor, projectId),
    inProject,
  ),
  row(
    "commentTrace",
    `GET ${documents}/comments/[commentId]/earlier`,
    whoTraces,
    (actor, { documentId, commentId }: { documentId: string; commentId: string }) =>
      commentTrace(actor, documentId, commentId),
    async room => {
      const { documentId, commentId } = await begun(room)
      return { documentId, commentId }
    },
  ),
  row(
    "sourceCommentTrace",
    `GET ${projects}/comments/[commentId]/earlier`,
    whoTraces,
    (actor, { projectId, commentId }: { projectId: string; commentId: string }) =>
      sourceCommentTrace(actor, projectId, commentId),
    async room => {
      const { projectId, commentId } = await begunOnSource(room)
      return { projectId, commentId }
    },
  ),
  row(
    "inbox",
    "GET inbox",
    everybodysOwn,
    (actor, input: object) => inbox(actor, input),
    async () => ({}),
  ),
  row(
    "unreadNotices",
    "GET inbox/unread",
    everybodysOwn,
    actor => unreadNotices(actor),
    async () => ({}),
  ),
]

/** A notice of one's own, in the project for its members; strangers have theirs from when they were in it. */
async function noticeTo({ projectId, author }: Room, by: Somebody): Promise<string> {
  const id = uuidv7()
  const words = { kind: "mentioned", streamId: projectId, revision: 1, at: new Date() }
  await database().notice.create({ data: { id, projectId, userId: by.id, actorId: author.id, ...words } })
  return id
}
