import { uuidv7 } from "uuidv7"
import { database } from "../../lib/db/client.ts"
import { type Place, ranks } from "./together-model.ts"
import { asked, type Chance, inProject, type Kind, pick, type Scene, someFlag } from "./together-steps.ts"

/** A comment's words, with somebody mentioned as the writer knows them. */
async function words({ play, who }: Scene, canary: string, { row, yes }: Chance): Promise<string> {
  if (!yes || ranks[who] < 1) return canary
  const { body } = await play.browsers[who].send({
    at: "GET projects/[projectId]/people",
    input: { projectId: play.projectId },
  })
  const { people } = JSON.parse(body) as { people: readonly { readonly id: string }[] }
  return `${canary} @[${pick(people, row)!.id}]`
}

const begin: Kind["make"] = async (scene, chance) => {
  const { play, who, ground, unit } = scene
  const { model } = play
  const flag = chance.at % 3 === 0 ? someFlag(scene, chance) : undefined
  const canary = model.canary()
  const standing = ground.units.filter(one => !one.retired && one.number === flag?.number)
  const under = flag ? standing.filter(one => one.start < flag.end && one.end > flag.start) : [unit]
  const about: Place = flag ? { flagId: flag.id, talk: true } : { unitId: unit.id, talk: true }
  const where = flag ? { flagId: flag.id } : { unitId: unit.id }
  return {
    at: "POST documents/[documentId]/threads",
    input: {
      ...asked(scene),
      ...where,
      threadId: uuidv7(),
      id: uuidv7(),
      text: await words(scene, canary, chance),
    },
    due: [under.every(({ id }) => model.open(who, id)) ? "ok" : "discussion-veiled"],
    about,
    learn: () => model.say({ canary, by: who, kind: "comment", ...about }),
  }
}

const placeOf = ({ unitId, flagId }: { unitId: string | null; flagId: string | null }): Place =>
  unitId ? { unitId, talk: true } : { flagId: flagId!, talk: true }

async function someThread({ play: { documentId } }: Scene, { row }: Chance) {
  const thread = pick(await database().thread.findMany({ where: { documentId }, orderBy: { id: "asc" } }), row)
  return thread && { ...thread, about: placeOf(thread) }
}

async function someComment({ play: { documentId } }: Scene, { row }: Chance) {
  const where = { thread: { documentId } }
  const all = await database().comment.findMany({ where, orderBy: { id: "asc" }, include: { thread: true } })
  const comment = pick(all, row)
  return comment && { ...comment, about: placeOf(comment.thread) }
}

const sees = ({ play, who, ground }: Scene, about: Place) => play.model.openAt(who, about, ground)

const reply: Kind["make"] = async (scene, chance) => {
  const { play, who } = scene
  const thread = await someThread(scene, chance)
  if (!thread) return null
  const { about } = thread
  const canary = play.model.canary()
  return {
    at: "POST documents/[documentId]/threads/[threadId]/comments",
    input: { ...asked(scene), threadId: thread.id, id: uuidv7(), text: await words(scene, canary, chance) },
    due: [sees(scene, about) ? "ok" : "not-found"],
    about,
    learn: () => play.model.say({ canary, by: who, kind: "comment", ...about }),
  }
}

const canaryIn = (text: string) => /canary-\d+-word/.exec(text)?.[0] ?? ""

const rewrite =
  (what: "edit" | "delete"): Kind["make"] =>
  async (scene, chance) => {
    const { play, who, me } = scene
    const comment = await someComment(scene, chance)
    if (!comment) return null
    const { id: commentId, about, version, text } = comment
    const canary = play.model.canary()
    const own = comment.deletedAt ? "comment-deleted" : chance.stale ? "conflict" : "ok"
    const seen = { ...asked(scene), commentId, version: version + (chance.stale ? 3 : 0) }
    return {
      at: `POST documents/[documentId]/comments/[commentId]${what === "edit" ? "" : "/delete"}`,
      input: what === "edit" ? { ...seen, text: canary } : seen,
      due: [!sees(scene, about) ? "not-found" : comment.authorId === me ? own : "only-your-own"],
      about,
      learn: () => {
        play.model.replace(canaryIn(text))
        if (what === "edit") play.model.say({ canary, by: who, kind: "comment", ...about })
      },
    }
  }

const settle: Kind["make"] = async (scene, chance) => {
  const thread = await someThread(scene, chance)
  if (!thread) return null
  const { id: threadId, about } = thread
  return {
    at: `POST documents/[documentId]/threads/[threadId]/${thread.resolvedBy ? "reopen" : "resolve"}`,
    input: { ...asked(scene), threadId, version: thread.version + (chance.stale ? 3 : 0) },
    due: [!sees(scene, about) ? "not-found" : chance.stale ? "conflict" : "ok"],
    about,
  }
}

const onSource: Kind["make"] = async (scene, chance) => {
  const { play, who } = scene
  const canary = play.model.canary()
  return {
    at: "POST projects/[projectId]/sources/[sourceId]/threads",
    input: {
      ...inProject(scene),
      sourceId: pick(play.sources, chance.at),
      threadId: uuidv7(),
      id: uuidv7(),
      text: await words(scene, canary, chance),
    },
    due: ["ok"],
    learn: () => play.model.say({ canary, by: who, kind: "comment" }),
  }
}

const markRead: Kind["make"] = async (scene, chance) => {
  const thread = await someThread(scene, chance)
  const threads = [{ threadId: thread?.id ?? uuidv7(), to: new Date().toISOString() }]
  return {
    at: "POST projects/[projectId]/threads/read",
    input: { projectId: scene.play.projectId, threads },
    due: ["ok"],
  }
}

/** What people say to each other. */
export const talkSteps = {
  begin: { from: 1, make: begin },
  reply: { from: 1, make: reply },
  edit: { from: 1, make: rewrite("edit") },
  delete: { from: 1, make: rewrite("delete") },
  settle: { from: 1, make: settle },
  source: { from: 1, make: onSource },
  read: { from: 0, make: markRead },
} satisfies Record<string, Kind>
