import { type Ground, groundOf, type Model } from "./together-model.ts"
import { asked, type Kind, pick, type Scene, someFlag, versionOf } from "./together-steps.ts"

interface Standing {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly number: number
}

/** A text with a part of it, from `from` to `to`, replaced by other words. */
interface Edit {
  readonly from: number
  readonly to: number
  readonly put: string
}

const occurrences = (text: string, words: string): number => {
  let count = 0
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) count++
  return count
}

/** Some words long enough that a sole occurrence of them is found again wherever it stands. */
const fiveWords = (words: string) => (words.match(/[\p{L}\p{N}\p{M}_]+/gu)?.length ?? 0) >= 5

/** The span with all of the words that it cuts, since a part of a word is not looked for in another one. */
function wide(text: string, { start, end }: Standing): { readonly start: number; readonly end: number } {
  const before = /\S*$/.exec(text.slice(0, start))![0].length
  const behind = /^\S*/.exec(text.slice(end))![0].length
  return { start: start - before, end: end + behind }
}

/**
 * Throws when what somebody said something of, and the edit did not touch, is lost, or when anything stands on other words than
 * before, or on the same words at a place that neither the edit nor a sole occurrence accounts for.
 */
function neverMovedToALookAlike(
  before: Ground,
  now: Ground,
  { from, to, put }: Edit,
  old: Standing & { readonly worked: boolean },
  fresh: Standing,
) {
  if (old.number !== before.number) {
    if (fresh.number !== old.number) throw new Error("what was lost earlier came along")
    return
  }
  const words = before.text.slice(old.start, old.end)
  const { start, end } = wide(before.text, old)
  const untouched = end < from || start > to
  const due = old.end <= from ? old.start : old.start >= to ? old.start + put.length - (to - from) : null
  const sole = occurrences(before.text, words) === 1 && occurrences(now.text, words) === 1
  if (fresh.number !== now.number) {
    if (old.worked && untouched && sole && fiveWords(words)) throw new Error(`what nobody touched is lost: ${words}`)
    return
  }
  if (now.text.slice(fresh.start, fresh.end) !== words) throw new Error(`moved to other words: ${words}`)
  if (fresh.start !== due && occurrences(now.text, words) > 1 && !standsAlike(before, now, old, fresh))
    throw new Error(`moved to a look-alike: ${words}`)
}

/** Whether what stands around the words came along and occurs once. */
function standsAlike(before: Ground, now: Ground, old: Standing, fresh: Standing): boolean {
  for (let more = 1; more <= 40; more++) {
    const wide = before.text.slice(Math.max(0, old.start - more), old.end + more)
    if (!now.text.includes(wide)) return false
    if (occurrences(now.text, wide) === 1) return now.text.indexOf(wide) + Math.min(more, old.start) === fresh.start
  }
  return false
}

const standingFlags = ({ flags, number }: Ground) =>
  [...flags.values()].filter(flag => flag.raisedBy && flag.number === number)

const renew: Kind["make"] = async (scene, { at, row, yes, stale }) => {
  const { play, ground } = scene
  const { documentId, model } = play
  const { text, number } = ground
  // Every other edit takes away the beginning of what somebody flagged, whose words may stand elsewhere too.
  const aimed = row % 2 === 0 ? pick(standingFlags(ground), at) : undefined
  const from = aimed?.start ?? at % (text.length + 1)
  const edit = { from, to: Math.min(text.length, from + row), put: yes ? ` It is in log ${at} of the year. ` : "" }
  const fresh = text.slice(0, edit.from) + edit.put + text.slice(edit.to)
  if (!fresh.isWellFormed() || fresh.trim().length < 40) return null
  return {
    at: "POST documents/[documentId]/versions",
    input: { ...asked(scene), onto: number + (stale ? 1 : 0), text: fresh },
    due: [stale ? "version-overtaken" : fresh === text ? "version-same" : "ok"],
    learn: async () => {
      const now = await groundOf(documentId)
      if (now.text !== fresh) throw new Error("another text is kept than was given")
      model.texts.set(now.number, fresh)
      for (const unit of now.units) {
        const old = ground.units.find(({ id }) => id === unit.id)
        if (old && !old.retired)
          neverMovedToALookAlike(ground, now, edit, { ...old, worked: saidOf(model, unit.id) }, unit)
        if (old && !old.retired && unit.retired && saidOf(model, unit.id)) throw new Error("a judged claim is gone")
      }
      for (const flag of ground.flags.values())
        if (flag.raisedBy) {
          const after = now.flags.get(flag.id)!
          neverMovedToALookAlike(ground, now, edit, { ...flag, worked: flag.status === "open" }, after)
          if (after.status !== flag.status || after.note !== flag.note) throw new Error("a version changed a flag")
        }
    },
  }
}

const saidOf = (model: Model, unitId: string) =>
  model.said.some(one => one.unitId === unitId && (one.kind === "label" || one.kind === "decision"))

const place: Kind["make"] = async (scene, { row, stale }) => {
  const { ground, unit, play } = scene
  const found = pick(ground.lost, row)
  const lost = found ?? unit
  return {
    at: "POST documents/[documentId]/lost/[unitId]/place",
    input: {
      ...asked(scene),
      unitId: lost.id,
      version: versionOf(lost, stale),
      ontoId: unit.id,
      ontoVersion: unit.version,
    },
    due: [!found ? "not-lost" : stale ? "conflict" : "ok"],
    learn: async () => {
      const now = await groundOf(play.documentId)
      const [put, under] = [lost.id, unit.id].map(id => now.units.find(one => one.id === id)!)
      if (put!.number !== now.number || put!.start !== unit.start || put!.end !== unit.end)
        throw new Error("a claim is placed elsewhere")
      if (put!.retired === under!.retired) throw new Error("one of the two has to be the claim there")
      if (under!.retired && saidOf(play.model, unit.id)) throw new Error("a judged claim gave way")
    },
  }
}

const giveUp: Kind["make"] = async (scene, { row, stale }) => {
  const { ground, unit, play } = scene
  const found = pick(ground.lost, row)
  const lost = found ?? unit
  return {
    at: "POST documents/[documentId]/lost/[unitId]/give-up",
    input: { ...asked(scene), unitId: lost.id, version: versionOf(lost, stale), reason: "It is gone." },
    due: [!found ? "not-lost" : stale ? "conflict" : "ok"],
    learn: async () => {
      const now = (await groundOf(play.documentId)).units.find(({ id }) => id === lost.id)!
      if (!now.retired || now.number !== lost.number || now.start !== lost.start) throw new Error("it is not given up")
    },
  }
}

/** A flag that the text lost when there is one. */
const lostFlag = (scene: Scene, row: number) =>
  pick(
    [...scene.ground.flags.values()].filter(flag => flag.raisedBy && flag.number < scene.ground.number),
    row,
  )

const placeFlag: Kind["make"] = async (scene, chance) => {
  const { ground, unit, play } = scene
  const flag = lostFlag(scene, chance.row) ?? someFlag(scene, chance)
  if (!flag) return null
  const { start, end } = unit
  const quote = ground.text.slice(start, end)
  const standing = flag.number >= ground.number ? "not-lost" : chance.stale ? "conflict" : "ok"
  return {
    at: "POST documents/[documentId]/flags/[flagId]/place",
    input: {
      ...asked(scene),
      flagId: flag.id,
      version: versionOf(flag, chance.stale),
      number: ground.number,
      start,
      end,
      quote,
    },
    due: [flag.status === "open" ? standing : "flag-closed"],
    learn: async () => {
      const now = (await groundOf(play.documentId)).flags.get(flag.id)!
      if (now.quote !== quote || now.start !== start || now.number !== ground.number)
        throw new Error("a flag is placed elsewhere")
      if (now.note !== flag.note || now.raisedBy !== flag.raisedBy) throw new Error("a placed flag is another one")
    },
  }
}

/** What is done with a corrected text and what it lost. */
export const versionSteps = {
  renew: { from: 2, make: renew },
  place: { from: 2, make: place },
  giveUp: { from: 2, make: giveUp },
  placeFlag: { from: 2, make: placeFlag },
} satisfies Record<string, Kind>
