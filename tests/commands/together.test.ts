import fc from "fast-check"
import { uuidv7 } from "uuidv7"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { chooseBlindness } from "../../lib/commands/choose-blindness.ts"
import { database } from "../../lib/db/client.ts"
import { switchboard } from "../../lib/live/switchboard.ts"
import { document, member, value } from "../queries/project.ts"
import { routes } from "../server/caller.ts"
import { checkLog, stored } from "./log-and-rows.ts"
import { claimsText } from "./queue-room.ts"
import { room } from "./room.ts"
import { askNames, asks, nowhere, type Spot, steady, unasked } from "./together-asks.ts"
import { keptViews } from "./together-desk.ts"
import { Browser, type Listener } from "./together-http.ts"
import { everyone, type Ground, groundOf, Model, ranks, type Who } from "./together-model.ts"
import { type Step, step } from "./together-step.ts"
import { type Attempt, type Kind, type Play, pick, type Scene } from "./together-steps.ts"
import { bound, kinds, Tally, untried } from "./together-tally.ts"
import { decisionsLost } from "./together-verdicts.ts"

// TOGETHER_RUNS sequences of TOGETHER_STEPS steps each from TOGETHER_SEED; a few seconds of short ones when nobody says. One
// that failed is repeated by TOGETHER_SEED and TOGETHER_PATH, as they are told.
const runs = Number(process.env["TOGETHER_RUNS"] ?? 0)
const length = Number(process.env["TOGETHER_STEPS"] ?? 60)
const seconds = 6

const current = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock("next/headers", () => ({ headers: async () => current.headers }))
beforeAll(() => {
  vi.spyOn(console, "info").mockImplementation(() => {})
})
afterAll(() => switchboard().close())

/** A blind project with a document, people of every role at their browsers, and two reviewers who listen. */
async function begin() {
  const { owner, editor, ann, ben, stranger, projectId, source } = await room()
  const rita = await member(owner, projectId, "reader", "Rita Reader")
  const text = `${claimsText(7)} 🚢 Nobody wrote down why. It was raised in 1920.`
  const { id: documentId } = await document(owner, projectId, "Ships", text)
  const open = { blind: false, pseudonyms: false }
  const words = { projectId, blind: true, pseudonyms: false, seen: open, requestId: uuidv7() }
  value(await chooseBlindness(owner, words))
  const people = { owner, editor, ann, ben, rita, stranger }
  const browsers = {} as Record<Who, Browser>
  for (const who of everyone) browsers[who] = await Browser.signedIn(people[who], current)
  const sources = [await source(owner, "The register"), await source(owner, "The log book")]
  const model = new Model()
  model.texts.set(1, text)
  const play: Play = { projectId, documentId, people, browsers, sources, model }
  const rows = await stored(documentId)
  const beginning = { units: [...rows.units.values()], splitter: (rows.splitter.get("document") as never)["version"] }
  const ears = {} as Record<(typeof bound)[number], Listener>
  for (const who of bound) {
    ears[who] = browsers[who].listen(projectId)
    await ears[who].until(heard => heard.includes("event: people"))
  }
  const { body } = await browsers.ann.send({ at: "GET documents/[documentId]", input: { documentId } })
  const { mark, revision, sight } = JSON.parse(body) as Record<string, unknown>
  return { play, beginning, ears, reading: { mark, revision: String(revision), sight } }
}
type Sequence = Awaited<ReturnType<typeof begin>>

/** Says whose words or names stand in what somebody was told who must not be told them. */
function betrayed({ model, people }: Play, who: Who, told: string, ground: Ground, lists: boolean): string[] {
  const words = model.hidden(who, ground).filter(canary => told.includes(canary))
  if (lists || !model.masked(who)) return words
  const others = everyone.filter(one => one !== who && one !== "stranger")
  const names = others.flatMap(one => [people[one].name, people[one].id]).filter(name => told.includes(name))
  return [...words, ...names]
}

/** Who is in a project is no secret: the list of its members names them, and a person's own choice is theirs to name. */
const listsPeople = (at: string) => at === "GET projects/[projectId]/members"

const told = ({ play }: Sequence, who: Who, name: string, spot: Spot): Promise<{ code: string; text: string }> =>
  play.browsers[who].send({ at: name, input: asks[name]!(spot) })

async function spotOf({ play, reading }: Sequence, { live, lost }: Ground, { unit, row, at }: Step): Promise<Spot> {
  const { documentId, projectId, sources } = play
  const list = { where: { documentId }, select: { id: true }, orderBy: { id: "asc" } } as const
  const one = <T extends { readonly id: string }>(rows: readonly T[], n = row) => pick(rows, n)?.id ?? nowhere()
  const comments = (thread: object) =>
    database().comment.findMany({ where: { projectId, thread }, orderBy: { id: "asc" } })
  return {
    projectId,
    documentId,
    reading,
    turn: at,
    unitId: (pick(at % 4 === 0 ? lost : [], row) ?? pick(live, unit)!).id,
    flagId: one(await database().flag.findMany(list)),
    commentId: one(await comments({ documentId })),
    sourceCommentId: one(await comments({ sourceId: { not: null } })),
    sourceId: pick(sources, row)!,
    roundId: one(await database().normingRound.findMany({ where: { projectId }, orderBy: { id: "asc" } })),
  }
}

/** Everybody but who does it from whom it has to be hidden that anything was said there. */
const unaware = ({ model }: Play, who: Who, { about }: Attempt, ground: Ground) =>
  about ? everyone.filter(one => one !== who && ranks[one] >= 0 && !model.openAt(one, about, ground)) : []

/** Where work on a claim is shown first. */
const closest = [
  "GET documents/[documentId]",
  "GET documents/[documentId]/claims/[unitId]",
  "GET projects/[projectId]/activity",
]

async function take(sequence: Sequence, step: Step, tally: Tally): Promise<void> {
  const { play, ears } = sequence
  const { model, people, browsers } = play
  const { who, what } = step
  const ground = await groundOf(play.documentId)
  const { live } = ground
  const scene: Scene = { play, who, me: people[who].id, ground, live, unit: pick(live, step.unit)! }
  const kind: Kind = kinds[what]
  const attempt = await kind.make(scene, step)
  if (!attempt) return
  const rank = ranks[who]
  const due = rank < 0 ? ["not-found"] : rank < kind.from ? ["forbidden"] : attempt.due

  const watcher = pick(unaware(play, who, attempt, ground), step.at)
  const spot = await spotOf(sequence, ground, step)
  const there = { ...spot, unitId: attempt.about?.unitId ?? spot.unitId }
  const others = [0, 1].map(n => pick(askNames, step.at + step.row * 7 + n * 11)!)
  const watched = watcher ? [...closest, ...others] : []
  const ask = async () => {
    const all: string[] = []
    for (const name of watched) all.push(`${name} ${steady((await told(sequence, watcher!, name, there)).text)}`)
    return all
  }
  const before = await ask()
  const streams = bound.map(one => ears[one].streams)
  const masked = model.pseudonyms
  if (what === "choose") for (const one of bound) heardBy(sequence, one, masked)
  const answer = await browsers[who].send(attempt)
  const deed = `${who} does ${what}${step.stale ? " by what stood earlier" : ""}`
  expect(due, `${deed} and is answered ${answer.text}`).toContain(answer.code)
  tally.add(what, answer.code)
  tally.steps++
  if (answer.code === "ok") await attempt.learn?.(answer)
  // A page is connected anew under the other names before anybody goes on. Until then it may be told either.
  if (model.pseudonyms !== masked)
    for (const [n, one] of bound.entries()) {
      await ears[one].after(streams[n]!)
      heardBy(sequence, one, false, true)
    }
  const now = await groundOf(play.documentId)
  expect(betrayed(play, who, answer.text, now, false), `${deed}: ${answer.text}`).toEqual([])
  // What blindness or a round hides stays hidden while it does; what the step opened may be told.
  if (watcher && !model.openAt(watcher, attempt.about!, now)) {
    expect(await ask(), `${watcher} notices that ${deed}`).toEqual(before)
    tally.unnoticed++
  }
  for (const n of [0, 1]) {
    const name = pick(askNames, step.at + step.unit * 13 + n * 17)!
    await look(sequence, step.reader, name, spot, now, tally)
  }
}

async function look(sequence: Sequence, reader: Who, name: string, spot: Spot, ground: Ground, tally: Tally) {
  const { code, text } = await told(sequence, reader, name, spot)
  const allowed = ["ok", "not-found", "forbidden", "unit-retired", "not-a-claim", "passage-lost"]
  expect(allowed, `${reader} asks ${name}: ${text}`).toContain(code)
  if (code === "ok") tally.asked.add(`${reader} ${name}`)
  if (ranks[reader] < 0 && /projects\/|documents\//.test(name)) expect(code, name).toBe("not-found")
  expect(betrayed(sequence.play, reader, text, ground, listsPeople(name)), `${name} tells ${reader}: ${text}`).toEqual(
    [],
  )
}

/** Searches what somebody's open page was told live, under pseudonyms or not. */
function heardBy({ play, ears }: Sequence, who: (typeof bound)[number], masked: boolean, ended = false): void {
  const heard = ears[who].take(ended)
  expect(heard).not.toContain("canary")
  const others = everyone.filter(one => one !== who && one !== "stranger")
  if (!masked) return
  for (const one of others)
    for (const word of [play.people[one].name, play.people[one].id]) expect(heard).not.toContain(word)
}

/** Waits until both listeners were told of one more change, and so of all before it. */
async function hearTheLast({ play: { documentId, browsers }, ears }: Sequence): Promise<void> {
  const { text } = await groundOf(documentId)
  const words = { id: uuidv7(), start: 0, end: 1, quote: text.slice(0, 1), reason: "needs-source", note: "" }
  const input = { documentId, requestId: uuidv7(), ...words, blocking: false }
  const { body } = await browsers.owner.send({ at: "POST documents/[documentId]/flags", input })
  const { revision } = JSON.parse(body) as { revision: number }
  const told = [`"documentId":"${documentId}","revision":${revision}}`, `"${documentId}":${revision}`]
  for (const who of bound) await ears[who].until(heard => told.some(words => heard.includes(words)))
}

/** Nothing that anybody said is lost, the units cover the text, the log gives the rows, and everybody is asked everything. */
async function settle(sequence: Sequence, tally: Tally): Promise<void> {
  const { play, beginning, ears } = sequence
  const { documentId, projectId, model, people } = play
  await hearTheLast(sequence)
  const inProject = { where: { projectId } }
  const annotations = JSON.stringify(await database().annotation.findMany({ where: { documentId } }))
  const comments = JSON.stringify(await database().comment.findMany(inProject))
  const log = JSON.stringify(await database().change.findMany({ ...inProject, select: { body: true } }))
  for (const { canary, kind, old } of model.said) {
    if (kind !== "skip" && kind !== "view") expect(log, `${kind} ${canary}`).toContain(canary)
    if (kind === "label") expect(annotations).toContain(canary)
    if (kind === "comment") expect(comments.includes(canary)).toBe(!old)
  }
  expect(await decisionsLost(play)).toEqual([])
  expect(await keptViews(play)).toEqual(model.views)
  const versions = await database().version.findMany({ where: { documentId } })
  expect(new Map(versions.map(({ number, text }) => [number, text]))).toEqual(model.texts)
  const ground = await groundOf(documentId)
  const { live, text } = ground
  let end = 0
  for (const unit of [...live, { start: text.length, end: text.length }]) {
    expect(unit.start).toBeGreaterThanOrEqual(end)
    expect(text.slice(end, unit.start).trim()).toBe("")
    end = unit.end
  }
  await checkLog({ owner: people.owner, documentId, projectId }, beginning)
  const step = { unit: tally.steps, row: tally.steps, at: tally.steps } as Step
  const spot = await spotOf(sequence, ground, step)
  for (const reader of everyone) for (const name of askNames) await look(sequence, reader, name, spot, ground, tally)
  for (const who of bound) {
    await ears[who].leave()
    heardBy(sequence, who, model.pseudonyms)
  }
}

test("every route that can be read is asked, or it is said why not", () => {
  const files = import.meta.glob<Record<string, unknown>>("../../app/**/route.ts", { eager: true })
  const there = Object.entries(files).flatMap(([path, handlers]) =>
    "GET" in handlers ? [`GET ${path.replace(/^..\/..\/app\/api\/(v1\/)?/, "").replace("/route.ts", "")}`] : [],
  )
  expect([...Object.keys(asks), ...Object.keys(unasked)].sort()).toEqual(there.sort())
  for (const at of Object.keys(asks)) expect(routes.has(at), at).toBe(true)
})

test("random people lose nothing and are told nothing that is hidden from them, whatever they do", {
  timeout: 24 * 3_600_000,
}, async () => {
  const seed = Number(process.env["TOGETHER_SEED"] ?? Math.floor(Math.random() * 2 ** 31))
  const until = Date.now() + seconds * 1_000
  const over = () => runs === 0 && tally.steps >= length && Date.now() > until
  const tally = new Tally()
  const property = fc.asyncProperty(fc.array(step, { minLength: length, maxLength: length }), async steps => {
    if (over()) return
    const sequence = await begin()
    try {
      for (const one of steps) if (!over()) await take(sequence, one, tally)
      await settle(sequence, tally)
    } finally {
      for (const who of bound) await sequence.ears[who].leave()
    }
    tally.sequences++
  })
  try {
    const path = process.env["TOGETHER_PATH"]
    await fc.assert(property, { numRuns: runs || 40, seed, endOnFailure: true, unbiased: true, ...(path && { path }) })
  } finally {
    const { sequences, steps, unnoticed } = tally
    console.log(`together: seed ${seed}, ${sequences} sequences, ${steps} steps, ${unnoticed} that had to go unnoticed`)
    if (process.env["TOGETHER_SHOW"])
      console.log(
        [...tally.counts]
          .sort()
          .map(line => line.join(": "))
          .join("\n"),
      )
  }
  expect(tally.sequences).toBeGreaterThan(0)
  if (tally.steps >= 3_000) expect(untried(tally)).toEqual([])
})
