import fc from "fast-check"
import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { chooseBlindness } from "../../lib/commands/choose-blindness.ts"
import { chooseDocumentBlindness } from "../../lib/commands/choose-document-blindness.ts"
import { withdrawAnnotation } from "../../lib/commands/withdraw-annotation.ts"
import { database } from "../../lib/db/client.ts"
import { labels } from "../../lib/domain/label.ts"
import { activity } from "../../lib/queries/activity.ts"
import { claimNotes } from "../../lib/queries/claim-notes.ts"
import { evidenceMatrix } from "../../lib/queries/evidence-matrix.ts"
import { exportFile } from "../../lib/queries/export-file.ts"
import { readingRoom } from "../../lib/queries/reading-room.ts"
import { source } from "../../lib/queries/source.ts"
import { vettedClaims } from "../../lib/queries/vetted-claims.ts"
import { type Person, sampleText, value } from "../queries/project.ts"
import { room } from "./room.ts"

/** How many sequences a run tries, and for how many seconds at most when nobody says. */
const runs = Number(process.env["TOGETHER_RUNS"] ?? 0)
const seconds = 15

type Room = Awaited<ReturnType<typeof room>>

const step = fc.record({
  who: fc.constantFrom("ann", "ann", "ben", "ben", "editor", "owner", "stranger" as const),
  what: fc.constantFrom(
    ...(["label", "label", "label", "unlabel", "cite", "cite", "decide", "split", "merge", "undo", "redo"] as const),
    ...(["blind", "document"] as const),
  ),
  unit: fc.nat(20),
  at: fc.nat(sampleText.length),
  label: fc.constantFrom(...labels),
  yes: fc.boolean(),
  reader: fc.constantFrom("ann", "ben" as const),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** Words that were said of a claim, which nobody is to see who may not. */
interface Said {
  readonly canary: string
  readonly by: string
  readonly unitId: string
}

/** What somebody knows who watches from outside: who said what of which claim, and who ever labelled which. */
class Model {
  readonly said: Said[] = []
  readonly labelled = new Set<string>()
  blind = true
  document: boolean | null = null
  #count = 0

  canary(): string {
    return `canary-${++this.#count}-word`
  }
  /** The words that `who` must not see, as the units stand now. */
  hidden(who: string, units: readonly Unit[]): readonly Said[] {
    if (!(this.document ?? this.blind)) return []
    const own = (unitId: string) => this.labelled.has(`${who} ${unitId}`)
    const under = ({ unitId }: Said) => {
      const was = units.find(({ id }) => id === unitId)!
      return was.retired && units.some(one => !one.retired && own(one.id) && one.start < was.end && one.end > was.start)
    }
    return this.said.filter(said => said.by !== who && !own(said.unitId) && !under(said))
  }
}

type Unit = Awaited<ReturnType<typeof unitsOf>>[number]
const unitsOf = (documentId: string) =>
  database().unit.findMany({
    where: { documentId },
    select: { id: true, start: true, end: true, retired: true },
    orderBy: { start: "asc" },
  })

/** Does one step as somebody would do it from what they see, and tells the model when it was let through. */
async function carryOut(here: Room, model: Model, sourceId: string, step: Step): Promise<void> {
  const { asked, documentId, projectId } = here
  const who = here[step.who]
  const live = await here.live()
  const unit = live[step.unit % live.length]!
  const current = { unitId: unit.id, current: true }
  const canary = model.canary()
  switch (step.what) {
    case "label": {
      const seen = await database().annotation.findFirst({ where: { ...current, reviewerId: who.id } })
      if (!(await here.label(who, unit.id, step.label, seen?.id ?? null, canary)).ok) return
      model.labelled.add(`${who.id} ${unit.id}`)
      model.said.push({ canary, by: who.id, unitId: unit.id })
      return
    }
    case "unlabel": {
      const seen = await database().annotation.findFirst({ where: { ...current, reviewerId: who.id } })
      if (seen) await withdrawAnnotation(who, { ...asked(), unitId: unit.id, seen: seen.id })
      return
    }
    case "cite":
      if ((await here.cite(who, unit.id, sourceId, "supports", uuidv7(), { quotation: canary, note: canary })).ok)
        model.said.push({ canary, by: who.id, unitId: unit.id })
      return
    case "decide":
      await here.decide(who, unit.id, step.label)
      return
    case "split":
      await here.split(who, unit.id, unit.start + 1 + (step.at % (unit.end - unit.start)))
      return
    case "merge":
      await here.merge(who, unit.id)
      return
    case "undo":
      await here.undo(who)
      return
    case "redo":
      await here.redo(who)
      return
    case "blind": {
      const seen = { blind: model.blind, pseudonyms: false }
      const words = { projectId, blind: step.yes, pseudonyms: false, seen, requestId: uuidv7() }
      if ((await chooseBlindness(who, words)).ok) model.blind = step.yes
      return
    }
    case "document": {
      const blind = step.at % 3 === 0 ? null : step.yes
      const words = { projectId, documentId, blind, seen: model.document, requestId: uuidv7() }
      if ((await chooseDocumentBlindness(who, words)).ok) model.document = blind
      return
    }
  }
}

/** Everything that somebody can ask for; of a claim it is the one at hand. */
const asks: readonly ((here: Room, who: Person, unitId: string, sourceId: string) => Promise<unknown>)[] = [
  (here, who, unitId) => here.card(who, unitId),
  ({ documentId }, who, unitId) => claimNotes(who, documentId, unitId),
  ({ documentId }, who) => readingRoom(who, documentId),
  ({ projectId }, who) => activity(who, projectId, {}),
  ({ projectId }, who) => evidenceMatrix(who, projectId, { all: "1" }),
  ({ projectId }, who) => exportFile(who, { projectId, format: "json" }),
  ({ projectId }, who) => vettedClaims(who, projectId),
  ({ projectId }, who, _unitId, sourceId) => source(who, projectId, sourceId),
]

async function look(here: Room, model: Model, sourceId: string, { reader, at, unit }: Step): Promise<void> {
  const units = await unitsOf(here.documentId)
  const live = units.filter(({ retired }) => !retired)
  const who = here[reader]
  const ask = asks[at % asks.length]!
  const told = JSON.stringify(await ask(here, who, live[unit % live.length]!.id, sourceId))
  for (const { canary } of model.hidden(who.id, units)) expect(told).not.toContain(canary)
}

/** Nothing that anybody said is lost, the units cover the text, and who may see everything is told all that stands. */
async function settle(here: Room, model: Model): Promise<void> {
  const { documentId, owner } = here
  const stored = JSON.stringify([
    await database().annotation.findMany({ where: { documentId }, select: { rationaleText: true } }),
    await database().citation.findMany({ where: { documentId }, select: { quotation: true } }),
  ])
  for (const { canary } of model.said) expect(stored).toContain(canary)
  const live = (await unitsOf(documentId)).filter(({ retired }) => !retired)
  expect(live[0]!.start).toBe(0)
  for (const [at, { end }] of live.entries()) expect(live[at + 1]?.start ?? end).toBeGreaterThanOrEqual(end)
  const cards = JSON.stringify(await Promise.all(live.map(({ id }) => here.card(owner, id))))
  const standing = await database().annotation.findMany({ where: { documentId, current: true } })
  for (const { rationaleText } of standing) expect(cards).toContain(rationaleText)
}

test("random people lose nothing and are told nothing that is hidden from them, whatever they do", {
  timeout: 600_000,
}, async () => {
  const seed = Number(process.env["TOGETHER_SEED"] ?? Math.floor(Math.random() * 2 ** 31))
  const until = Date.now() + seconds * 1_000
  let [done, steps] = [0, 0]
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async sequence => {
      if (runs === 0 && Date.now() > until) return
      const here = await room()
      const model = new Model()
      const open = { blind: false, pseudonyms: false }
      const blind = { projectId: here.projectId, blind: true, pseudonyms: false, seen: open, requestId: uuidv7() }
      value(await chooseBlindness(here.owner, blind))
      const sourceId = await here.source(here.owner, "The register")
      for (const one of sequence) {
        await carryOut(here, model, sourceId, one)
        await look(here, model, sourceId, one)
      }
      await settle(here, model)
      done++
      steps += sequence.length
    }),
    { numRuns: runs || 40, seed, endOnFailure: true },
  )
  console.log(`together: seed ${seed}, ${done} sequences, ${steps} steps`)
  expect(done).toBeGreaterThan(0)
})
