import { uuidv7 } from "uuidv7"
import { database } from "../../lib/db/client.ts"
import { labels } from "../../lib/domain/label.ts"
import {
  asked,
  at,
  type Chance,
  type Kind,
  ofClaim,
  pick,
  type Scene,
  someCitation,
  versionOf,
} from "./together-steps.ts"

const standingDecision = ({ unit }: Scene) =>
  database().adjudication.findFirst({ where: { unitId: unit.id, current: true } })

const standingLabels = ({ unit }: Scene) =>
  database().annotation.findMany({ where: { unitId: unit.id, current: true }, orderBy: { id: "asc" } })

/** The scene at a live unit with labels, when there is one. */
async function labelled(scene: Scene): Promise<Scene> {
  const where = { documentId: scene.play.documentId, current: true }
  const said = await database().annotation.findMany({ where, orderBy: { id: "asc" }, select: { unitId: true } })
  return at(
    scene,
    said.map(({ unitId }) => unitId),
  )
}

/** How a decision says that it was made, and whether that can be of these labels. */
function way(said: readonly { readonly reviewerId: string; readonly label: string }[], { row, at, yes }: Chance) {
  const how = pick([null, "take", "combine", "against", "disputed"], at)!
  const [first] = said
  const wrong = row % 5 === 0
  if (how === "take" && first) {
    const label = wrong ? labels.find(one => one !== first.label)! : first.label
    return { how, label, follows: [first.reviewerId], fits: !wrong }
  }
  if (how === "combine" && said.length > 1)
    return { how, label: pick(labels, row)!, follows: said.map(one => one.reviewerId).sort(), fits: true }
  if (how === "against" && yes) return { how, label: pick(labels, row)!, follows: [], fits: true }
  if (how === "disputed") return { how, label: wrong ? "documented" : "disputed", follows: [], fits: !wrong }
  // Nobody who did not label can be followed.
  if (how === "take") return { how, label: pick(labels, row)!, follows: [uuidv7()], fits: false }
  return { how: null, label: pick(labels, row)!, follows: [], fits: true }
}

const decide: Kind["make"] = async (anywhere, chance) => {
  const { stale } = chance
  const scene = chance.yes ? await labelled(anywhere) : anywhere
  const { play, who, me, unit } = scene
  const reason = play.model.canary()
  const seen = stale ? uuidv7() : ((await standingDecision(scene))?.id ?? null)
  const { fits, ...made } = way(await standingLabels(scene), chance)
  const decision = { id: uuidv7(), unitId: unit.id, reason, ...made }
  return {
    at: "POST documents/[documentId]/adjudication",
    input: { ...asked(scene), ...decision, seen },
    due: !fits && unit.kind === "claim" && !stale ? ["invalid"] : ofClaim(unit, stale, "evidence-missing"),
    about: { unitId: unit.id },
    learn: () => {
      play.model.say({ canary: reason, by: who, kind: "decision", unitId: unit.id })
      play.model.decisions.push({ ...decision, editorId: me })
    },
  }
}

const reopen: Kind["make"] = async (anywhere, { stale }) => {
  const where = { documentId: anywhere.play.documentId, current: true }
  const decided = await database().adjudication.findMany({ where, select: { unitId: true } })
  const scene = at(
    anywhere,
    decided.map(({ unitId }) => unitId),
  )
  const { play, who, unit } = scene
  const standing = await standingDecision(scene)
  return {
    at: "POST documents/[documentId]/adjudication/reopen",
    input: { ...asked(scene), unitId: unit.id, seen: !standing || stale ? uuidv7() : standing.id },
    due: [!standing || (stale && !play.model.open(who, unit.id)) ? "adjudication-missing" : stale ? "conflict" : "ok"],
    about: { unitId: unit.id },
  }
}

const ask: Kind["make"] = async (anywhere, { stale }) => {
  const scene = await labelled(anywhere)
  const { play, who, me, unit } = scene
  const canary = play.model.canary()
  const others = (await standingLabels(scene)).map(({ reviewerId }) => reviewerId).filter(id => id !== me)
  // Oneself is not asked, nor is who said nothing.
  const asks = stale ? [...others, me] : others.length > 0 ? others : [uuidv7()]
  const due = stale || others.length === 0 ? "invalid" : "ok"
  const about = { unitId: unit.id, talk: true } as const
  return {
    at: "POST documents/[documentId]/questions",
    input: { ...asked(scene), unitId: unit.id, threadId: uuidv7(), id: uuidv7(), text: canary, asks },
    due: [unit.kind !== "claim" ? "not-a-claim" : play.model.open(who, unit.id) ? due : "discussion-veiled"],
    about,
    learn: () => play.model.say({ canary, by: who, kind: "comment", ...about }),
  }
}

const bringBack: Kind["make"] = async (scene, chance) => {
  const { play, who, me, ground } = scene
  const row = await someCitation(scene, chance)
  if (!row) return null
  const own = row.authorId === me
  const unit = ground.units.find(({ id }) => id === row.unitId)!
  const late = own || play.model.open(who, row.unitId) ? "conflict" : "not-found"
  const there = unit.number !== ground.number ? "passage-lost" : unit.retired ? "unit-retired" : "ok"
  const standing =
    chance.stale || !row.withdrawnAt ? late : there === "ok" && unit.kind !== "claim" ? "not-a-claim" : there
  const staff = who === "editor" || who === "owner"
  return {
    at: "POST documents/[documentId]/citations/[citationId]/restore",
    input: { ...asked(scene), citationId: row.id, version: versionOf(row, chance.stale) },
    due: [own || staff ? standing : "only-your-own"],
    // Whose citation an editor brings back may see that it is there again.
    ...(own && { about: { unitId: row.unitId } }),
    learn: async () => {
      const now = await database().citation.findUniqueOrThrow({ where: { id: row.id } })
      if (now.withdrawnAt || now.quotation !== row.quotation || now.note !== row.note || now.authorId !== row.authorId)
        throw new Error("a citation is brought back as something else")
    },
  }
}

/** What is decided on a claim, and what it rests on. */
export const verdictSteps = {
  decide: { from: 2, make: decide },
  reopen: { from: 2, make: reopen },
  ask: { from: 2, make: ask },
  bringBack: { from: 1, make: bringBack },
} satisfies Record<string, Kind>

/** Says which acknowledged decisions are not kept word for word, reopened and replaced ones too. */
export async function decisionsLost({ documentId, model }: Scene["play"]): Promise<string[]> {
  const rows = await database().adjudication.findMany({ where: { documentId } })
  const kept = new Map(rows.map(row => [row.id, row]))
  return model.decisions.flatMap(said => {
    const row = kept.get(said.id)
    if (!row) return [`${said.id} is gone`]
    const { unitId, editorId, label, reason, how, follows } = row
    const same = JSON.stringify({ id: said.id, unitId, editorId, label, reason, how, follows: [...follows].sort() })
    const { id, ...told } = said
    const was = { unitId: told.unitId, editorId: told.editorId, label: told.label, reason: told.reason, how: told.how }
    const due = JSON.stringify({ id, ...was, follows: [...told.follows].sort() })
    return same === due ? [] : [`${due} became ${same}`]
  })
}
