import { uuidv7 } from "uuidv7"
import { database } from "../../lib/db/client.ts"
import { queueOrders } from "../../lib/domain/queue-order.ts"
import { type Place, ranks } from "./together-model.ts"
import { asked, type Chance, type Kind, pick, type Scene, someFlag } from "./together-steps.ts"

const inProject = ({ play }: Scene) => ({ projectId: play.projectId, requestId: uuidv7() })

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
  const { play, who, live, unit } = scene
  const { model } = play
  const flag = chance.at % 3 === 0 ? await someFlag(scene, chance) : undefined
  const canary = model.canary()
  const span = flag && { start: flag.start, end: flag.end }
  const under = span ? live.filter(one => one.start < span.end && one.end > span.start) : [unit]
  const about: Place = span ? { span, talk: true } : { unitId: unit.id, talk: true }
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

async function placeOf({ unitId, flagId }: { unitId: string | null; flagId: string | null }): Promise<Place> {
  if (unitId) return { unitId, talk: true }
  const { start, end } = await database().flag.findUniqueOrThrow({ where: { id: flagId! } })
  return { span: { start, end }, talk: true }
}

async function someThread({ play: { documentId } }: Scene, { row }: Chance) {
  const thread = pick(await database().thread.findMany({ where: { documentId }, orderBy: { id: "asc" } }), row)
  return thread && { ...thread, about: await placeOf(thread) }
}

async function someComment({ play: { documentId } }: Scene, { row }: Chance) {
  const where = { thread: { documentId } }
  const all = await database().comment.findMany({ where, orderBy: { id: "asc" }, include: { thread: true } })
  const comment = pick(all, row)
  return comment && { ...comment, about: await placeOf(comment.thread) }
}

const sees = ({ play, who, units }: Scene, about: Place) => play.model.openAt(who, about, units)

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

const next: Kind["make"] = async (scene, { yes }) => {
  const { play, who, live, me } = scene
  return {
    at: "POST projects/[projectId]/queue/next",
    input: { projectId: play.projectId, documentId: play.documentId, skipped: yes },
    due: ["ok"],
    learn: async ({ body }) => {
      const { claim } = JSON.parse(body) as { claim: { unitId: string; takenAt: string } | null }
      if (!claim) return
      if (!live.some(({ id, kind }) => id === claim.unitId && kind === "claim"))
        throw new Error("given what is no claim")
      const where = { unitId: claim.unitId, reviewerId: me, current: true }
      if (await database().annotation.findFirst({ where })) throw new Error("given a claim that they labelled")
      play.model.leases.set(who, claim)
    },
  }
}

const lease =
  (what: "keep" | "leave"): Kind["make"] =>
  async (scene, { stale }) => {
    const { play, who, unit } = scene
    const held = stale ? undefined : play.model.leases.get(who)
    const { unitId, takenAt } = held ?? { unitId: unit.id, takenAt: new Date(0).toISOString() }
    return {
      at: `POST projects/[projectId]/queue/${what}`,
      input: { projectId: play.projectId, unitId, takenAt },
      due: ["ok"],
    }
  }

const skip: Kind["make"] = async (scene, { at }) => {
  const { play, who, units } = scene
  const unit = pick(units, at)!
  const canary = play.model.canary()
  return {
    at: "POST projects/[projectId]/queue/skip",
    input: { projectId: play.projectId, unitId: unit.id, reason: "other", note: canary },
    due: [unit.retired ? "unit-retired" : unit.kind === "claim" ? "ok" : "not-a-claim"],
    learn: () => play.model.say({ canary, by: who, kind: "skip", staff: true }),
  }
}

const unskip: Kind["make"] = async ({ play, unit }) => ({
  at: "POST projects/[projectId]/queue/skip/withdraw",
  input: { projectId: play.projectId, unitId: unit.id },
  due: ["ok"],
})

const assign: Kind["make"] = async (scene, { at, row, stale }) => {
  const { play, who } = scene
  const { documentId, projectId } = play
  const kinds = { state: "all", flagged: false, cue: null, unassigned: false }
  const people = [play.people.ann.id, play.people.ben.id].slice(0, 1 + (at % 2))
  const draft = { projectId, documentId, from: 1, to: 1 + (row % 5), ...kinds, people, overlap: 1 }
  const shown = await play.browsers[who].send({ at: "POST projects/[projectId]/work/assign/preview", input: draft })
  const told = ranks[who] < 2 ? [] : (JSON.parse(shown.body) as { to: { userId: string; count: number }[] }).to
  const seen = told.map(({ userId, count }) => ({ userId, count: count + (stale ? 1 : 0) }))
  return {
    at: "POST projects/[projectId]/work/assign",
    input: { ...draft, ...inProject(scene), id: uuidv7(), seen },
    due: [stale ? "conflict" : "ok"],
  }
}

const unassign: Kind["make"] = async (scene, { yes }) => ({
  at: "POST projects/[projectId]/work/end",
  input: {
    ...inProject(scene),
    id: uuidv7(),
    userId: scene.play.people[yes ? "ann" : "ben"].id,
    documentId: null,
    to: yes ? [scene.play.people.ben.id] : [],
  },
  due: ["ok"],
})

const order: Kind["make"] = async (scene, { row, stale }) => {
  const { model } = scene.play
  const wanted = pick(queueOrders, row)!
  const seen = stale ? queueOrders.find(one => one !== model.order) : model.order
  return {
    at: "POST projects/[projectId]/queue",
    input: { ...inProject(scene), order: wanted, seen },
    due: [stale ? "conflict" : "ok"],
    learn: () => {
      model.order = wanted
    },
  }
}

const round: Kind["make"] = async (scene, { row }) => {
  const { play } = scene
  const id = uuidv7()
  const words = { id, name: "A round", documentId: play.documentId, claims: 1 + (row % 2) }
  return {
    at: "POST projects/[projectId]/rounds",
    input: { ...inProject(scene), ...words },
    due: ["ok", "claims-too-few"],
    learn: async () => {
      for (const { unitId } of await database().normingClaim.findMany({ where: { roundId: id } }))
        play.model.normed.set(unitId, id)
    },
  }
}

const someRound = ({ play: { projectId } }: Scene, { row }: Chance) =>
  database()
    .normingRound.findMany({ where: { projectId }, orderBy: { id: "desc" } })
    .then(all => pick(all, row % 2))

const roundStep =
  (what: "reveal" | "end"): Kind["make"] =>
  async (scene, chance) => {
    const { model } = scene.play
    const found = await someRound(scene, chance)
    const due = found?.stage === (what === "reveal" ? "blind" : "open") ? "ok" : "round-moved-on"
    return {
      at: `POST projects/[projectId]/rounds/[roundId]/${what}`,
      input: { ...inProject(scene), roundId: found?.id ?? uuidv7() },
      due: [found ? due : "not-found"],
      learn: () => {
        for (const [unitId, roundId] of model.normed) if (roundId === found?.id) model.normed.delete(unitId)
      },
    }
  }

const choose: Kind["make"] = async (scene, { row, yes, stale }) => {
  const { model } = scene.play
  const { blind, pseudonyms } = model
  const wanted = row % 2 === 0 ? { blind: yes, pseudonyms } : { blind, pseudonyms: !pseudonyms }
  const seen = { blind: stale ? !blind : blind, pseudonyms }
  return {
    at: "POST projects/[projectId]/blindness",
    input: { ...inProject(scene), ...wanted, seen },
    due: [stale ? "conflict" : "ok"],
    learn: () => Object.assign(model, wanted),
  }
}

const chooseHere: Kind["make"] = async (scene, { at, yes, stale }) => {
  const { model, documentId } = scene.play
  const blind = at % 3 === 0 ? null : yes
  const seen = stale ? (model.document === null ? true : null) : model.document
  return {
    at: "POST projects/[projectId]/documents/[documentId]/blindness",
    input: { ...inProject(scene), documentId, blind, seen },
    due: [stale ? "conflict" : "ok"],
    learn: () => {
      model.document = blind
    },
  }
}

const be: Kind["make"] = async ({ play, unit }, { yes }) => ({
  at: "POST projects/[projectId]/presence",
  input: {
    projectId: play.projectId,
    requestId: uuidv7(),
    streamId: uuidv7(),
    tab: uuidv7(),
    place: { documentId: play.documentId, unitId: unit.id, writing: yes },
  },
  due: ["ok"],
})

const link: Kind["make"] = async (scene, { row, yes }) => {
  const { live, unit, play } = scene
  const other = pick(live, row)!
  const claims = unit.kind === "claim" && other.kind === "claim"
  const kind = row % 4 === 0 ? "contradicts" : "same"
  return {
    at: "POST projects/[projectId]/claim-links",
    input: {
      ...inProject(scene),
      id: uuidv7(),
      kind,
      unitId: unit.id,
      otherId: other.id,
      reason: yes ? "So it says." : "",
    },
    due: unit === other ? ["invalid"] : claims ? ["ok", "link-known", "link-at-odds"] : ["not-found"],
    learn: () => play.model.link(unit.id, other.id),
  }
}

const unlink: Kind["make"] = async (scene, { row }) => {
  const { projectId } = scene.play
  const found = pick(await database().claimLink.findMany({ where: { projectId }, orderBy: { id: "asc" } }), row)
  if (!found) return null
  return {
    at: "POST projects/[projectId]/claim-links/[linkId]/withdraw",
    input: { ...inProject(scene), linkId: found.id, why: "" },
    due: [found.withdrawnAt ? "not-found" : "ok", "not-found"],
  }
}

/** What people say to each other, who has what to do, and what the owner chooses. */
export const projectSteps = {
  begin: { from: 1, make: begin },
  reply: { from: 1, make: reply },
  edit: { from: 1, make: rewrite("edit") },
  delete: { from: 1, make: rewrite("delete") },
  settle: { from: 1, make: settle },
  source: { from: 1, make: onSource },
  read: { from: 0, make: markRead },
  next: { from: 1, make: next },
  keep: { from: 1, make: lease("keep") },
  leave: { from: 1, make: lease("leave") },
  skip: { from: 1, make: skip },
  unskip: { from: 1, make: unskip },
  assign: { from: 2, make: assign },
  unassign: { from: 2, make: unassign },
  order: { from: 3, make: order },
  round: { from: 2, make: round },
  reveal: { from: 2, make: roundStep("reveal") },
  end: { from: 2, make: roundStep("end") },
  choose: { from: 3, make: choose },
  chooseHere: { from: 3, make: chooseHere },
  link: { from: 2, make: link },
  unlink: { from: 2, make: unlink },
  be: { from: 0, make: be },
} satisfies Record<string, Kind>
