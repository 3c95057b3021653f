import { uuidv7 } from "uuidv7"
import { database } from "../../lib/db/client.ts"
import { queueOrders } from "../../lib/domain/queue-order.ts"
import { ranks } from "./together-model.ts"
import { inProject, type Kind, pick, type Scene } from "./together-steps.ts"

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
  const { play, who, ground } = scene
  const unit = pick(ground.units, at)!
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

/** A round at this stage, or the newest one when none is. */
async function roundAt({ play: { projectId } }: Scene, stage: string) {
  const all = await database().normingRound.findMany({ where: { projectId }, orderBy: { id: "desc" } })
  return all.find(one => one.stage === stage) ?? all[0]
}

const roundStep =
  (what: "reveal" | "end"): Kind["make"] =>
  async scene => {
    const { model } = scene.play
    const stage = what === "reveal" ? "blind" : "open"
    const found = await roundAt(scene, stage)
    const due = found?.stage === stage ? "ok" : "round-moved-on"
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
  const { live, unit } = scene
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

/** Who has what to do, and what the owner chooses. */
export const workSteps = {
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
