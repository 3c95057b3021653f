import { uuidv7 } from "uuidv7"
import { database } from "../../lib/db/client.ts"
import { stances } from "../../lib/domain/citation.ts"
import { labels } from "../../lib/domain/label.ts"
import { plainRationale } from "../../lib/domain/rationale.ts"
import { unitKinds } from "../../lib/domain/unit.ts"
import type { Person } from "../queries/project.ts"
import type { Input } from "./access-row.ts"
import { citationWords } from "./room.ts"
import type { Answer, Browser } from "./together-http.ts"
import type { Ground, Model, Place, Unit, Who } from "./together-model.ts"

/** The stage on which a sequence plays. */
export interface Play {
  readonly projectId: string
  readonly documentId: string
  readonly people: Readonly<Record<Who, Person>>
  readonly browsers: Readonly<Record<Who, Browser>>
  readonly sources: readonly string[]
  readonly model: Model
}

/** Chance, out of which each kind of step takes what it needs. */
export interface Chance {
  readonly row: number
  readonly at: number
  readonly yes: boolean
  /** Whether the step is taken by what stood earlier. */
  readonly stale: boolean
}

/** One try at a write. */
export interface Attempt {
  readonly at: string
  readonly input: Input
  /** The codes that it may be answered with when it comes from somebody who may do such things. */
  readonly due: readonly string[]
  /** What the model learns when it was let through. */
  readonly learn?: (answer: Answer) => unknown
  /** Nobody who must not see what others say there may notice it. */
  readonly about?: Place
}

/** What is at hand: how the document stands, and who does it. */
export interface Scene {
  readonly play: Play
  readonly who: Who
  readonly me: string
  readonly ground: Ground
  readonly live: readonly Unit[]
  /** A live unit. */
  readonly unit: Unit
}

export interface Kind {
  /** How far one has to be to do it, as in the model's ranks. */
  readonly from: number
  readonly make: (scene: Scene, chance: Chance) => Promise<Attempt | null>
}

export const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)]
export const asked = ({ play }: Scene) => ({ documentId: play.documentId, requestId: uuidv7() })
export const inProject = ({ play }: Scene) => ({ projectId: play.projectId, requestId: uuidv7() })
export const ofClaim = (unit: Unit, stale: boolean, ...more: readonly string[]) =>
  unit.kind !== "claim" ? ["not-a-claim"] : stale ? ["conflict"] : ["ok", ...more]
export const versionOf = ({ version }: { readonly version: number }, stale: boolean) => version + (stale ? 7 : 0)

const ownLabel = ({ unit, me }: Scene) =>
  database().annotation.findFirst({ where: { unitId: unit.id, reviewerId: me, current: true } })

const label: Kind["make"] = async (scene, { row, stale }) => {
  const { play, who, unit } = scene
  const { model } = play
  const canary = model.canary()
  const seen = stale ? uuidv7() : ((await ownLabel(scene))?.id ?? null)
  const words = { id: uuidv7(), label: pick(labels, row), confidence: "high", rationale: plainRationale(canary) }
  return {
    at: "POST documents/[documentId]/annotation",
    input: { ...asked(scene), unitId: unit.id, seen, ...words },
    due: ofClaim(unit, stale),
    about: { unitId: unit.id },
    learn: () => {
      model.label(who, unit.id)
      model.say({ canary, by: who, kind: "label", unitId: unit.id })
    },
  }
}

/** The scene at a live unit that is among these, when one is. */
export const at = (scene: Scene, unitIds: readonly string[]): Scene => ({
  ...scene,
  unit: scene.live.find(({ id }) => unitIds.includes(id)) ?? scene.unit,
})

const unlabel: Kind["make"] = async (anywhere, { stale }) => {
  const where = { documentId: anywhere.play.documentId, reviewerId: anywhere.me, current: true }
  const own = await database().annotation.findMany({ where, select: { unitId: true } })
  const scene = at(
    anywhere,
    own.map(({ unitId }) => unitId),
  )
  const { unit } = scene
  const standing = await ownLabel(scene)
  return {
    at: "POST documents/[documentId]/annotation/withdraw",
    input: { ...asked(scene), unitId: unit.id, seen: !standing || stale ? uuidv7() : standing.id },
    due: [!standing ? "annotation-missing" : stale ? "conflict" : "ok"],
    about: { unitId: unit.id },
  }
}

const citing = ({ play }: Scene, { row, at }: Chance, canary: string) => ({
  ...citationWords(pick(play.sources, at)!, pick(stances, row)),
  quotation: canary,
  note: canary,
})

const cite: Kind["make"] = async (scene, chance) => {
  const { play, who, unit } = scene
  const canary = play.model.canary()
  return {
    at: "POST documents/[documentId]/citations",
    input: { ...asked(scene), unitId: unit.id, id: uuidv7(), ...citing(scene, chance, canary) },
    due: ofClaim(unit, false),
    about: { unitId: unit.id },
    learn: () => play.model.say({ canary, by: who, kind: "citation", unitId: unit.id }),
  }
}

export const someCitation = ({ play: { documentId } }: Scene, { row }: Chance) =>
  database()
    .citation.findMany({ where: { documentId }, orderBy: { id: "asc" } })
    .then(all => pick(all, row))

const recite: Kind["make"] = async (scene, chance) => {
  const { play, who, me } = scene
  const row = await someCitation(scene, chance)
  if (!row) return null
  const { id: citationId, unitId } = row
  const canary = play.model.canary()
  const standing = row.withdrawnAt ? "citation-withdrawn" : chance.stale ? "conflict" : "ok"
  return {
    at: "POST documents/[documentId]/citations/[citationId]",
    input: { ...asked(scene), citationId, version: versionOf(row, chance.stale), ...citing(scene, chance, canary) },
    due: [row.authorId === me ? standing : "only-your-own"],
    about: { unitId },
    learn: () => play.model.say({ canary, by: who, kind: "citation", unitId }),
  }
}

const uncite: Kind["make"] = async (scene, chance) => {
  const row = await someCitation(scene, chance)
  if (!row) return null
  const known = row.authorId === scene.me || scene.play.model.open(scene.who, row.unitId)
  const late = known ? "conflict" : "not-found"
  const standing = row.withdrawnAt ? "citation-withdrawn" : chance.stale ? late : "ok"
  const may = row.authorId === scene.me || scene.who === "editor" || scene.who === "owner"
  return {
    at: "POST documents/[documentId]/citations/[citationId]/withdraw",
    input: { ...asked(scene), citationId: row.id, version: versionOf(row, chance.stale) },
    due: [may ? standing : "only-your-own"],
    // Whose citation an editor withdraws may see that it is gone.
    ...(row.authorId === scene.me && { about: { unitId: row.unitId } }),
  }
}

const split: Kind["make"] = async (scene, { at, stale }) => {
  const { unit } = scene
  const place = unit.start + (at % (unit.end - unit.start))
  return {
    at: "POST documents/[documentId]/split",
    input: { ...asked(scene), unitId: unit.id, version: versionOf(unit, stale), at: place, ids: [uuidv7(), uuidv7()] },
    due: stale ? ["conflict"] : ["ok", "split-outside"],
  }
}

const withNext = ({ live, unit }: Scene, stale: boolean) => {
  const next = live[live.indexOf(unit) + 1]
  const input = { unitId: unit.id, version: versionOf(unit, stale), nextId: next?.id ?? null }
  return { next, input: { ...input, nextVersion: next?.version ?? null } }
}

const merge: Kind["make"] = async (scene, { stale }) => {
  const { next, input } = withNext(scene, stale)
  return {
    at: "POST documents/[documentId]/merge",
    input: { ...asked(scene), ...input, id: uuidv7() },
    due: [stale ? "conflict" : next ? "ok" : "merge-at-end"],
  }
}

const move: Kind["make"] = async (scene, { at, stale }) => {
  const { next, input } = withNext(scene, stale)
  const to = scene.unit.start + (at % 60)
  return {
    at: "POST documents/[documentId]/boundary",
    input: { ...asked(scene), ...input, at: to },
    due: stale ? ["conflict"] : next ? ["ok", "boundary-outside"] : ["boundary-outside"],
  }
}

const kind: Kind["make"] = async (scene, { row, stale }) => ({
  at: "POST documents/[documentId]/kind",
  input: {
    ...asked(scene),
    unitId: scene.unit.id,
    version: versionOf(scene.unit, stale),
    kind: row % 3 === 0 ? pick(unitKinds, row) : "claim",
  },
  due: [stale ? "conflict" : "ok"],
})

const back =
  (step: "undo" | "redo"): Kind["make"] =>
  async scene => ({
    at: `POST documents/[documentId]/${step}`,
    input: { ...asked(scene), told: [] },
    due: ["ok", "nothing-to-undo", "undo-blocked"],
  })

const raise: Kind["make"] = async (scene, { row, at, yes }) => {
  const { play, who } = scene
  const { text } = scene.ground
  const canary = play.model.canary()
  const start = at % (text.length - 1)
  const span = { start, end: Math.min(text.length, start + 1 + (row % 60)) }
  const quote = text.slice(span.start, span.end)
  if (!quote.isWellFormed()) return null
  return {
    at: "POST documents/[documentId]/flags",
    input: { ...asked(scene), id: uuidv7(), ...span, quote, reason: "needs-source", note: canary, blocking: yes },
    due: ["ok"],
    learn: () => play.model.say({ canary, by: who, kind: "flag" }),
  }
}

/** A flag that somebody raised. */
export const someFlag = ({ ground }: Scene, { row }: Chance) =>
  pick(
    [...ground.flags.values()].filter(({ raisedBy }) => raisedBy),
    row,
  )

const answer: Kind["make"] = async (scene, chance) => {
  const { play, who } = scene
  const row = someFlag(scene, chance)
  if (!row) return null
  const canary = play.model.canary()
  return {
    at: "POST documents/[documentId]/flags/[flagId]/answer",
    input: { ...asked(scene), flagId: row.id, version: versionOf(row, chance.stale), answer: canary },
    due: [row.status === "withdrawn" ? "flag-closed" : chance.stale ? "conflict" : "ok"],
    learn: () => play.model.say({ canary, by: who, kind: "flag" }),
  }
}

const unflag: Kind["make"] = async (scene, chance) => {
  const row = someFlag(scene, chance)
  if (!row) return null
  const standing = row.raisedBy !== scene.me ? "only-your-own" : chance.stale ? "conflict" : "ok"
  return {
    at: "POST documents/[documentId]/flags/[flagId]/withdraw",
    input: { ...asked(scene), flagId: row.id, version: versionOf(row, chance.stale) },
    due: [row.status === "open" ? standing : "flag-closed"],
  }
}

/** What is done to the text, its claims and its flags. */
export const documentSteps = {
  label: { from: 1, make: label },
  unlabel: { from: 1, make: unlabel },
  cite: { from: 1, make: cite },
  recite: { from: 1, make: recite },
  uncite: { from: 1, make: uncite },
  split: { from: 2, make: split },
  merge: { from: 2, make: merge },
  move: { from: 2, make: move },
  kind: { from: 2, make: kind },
  undo: { from: 1, make: back("undo") },
  redo: { from: 1, make: back("redo") },
  raise: { from: 1, make: raise },
  answer: { from: 2, make: answer },
  unflag: { from: 1, make: unflag },
} satisfies Record<string, Kind>
