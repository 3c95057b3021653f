import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { chooseBlindness } from "../../lib/commands/choose-blindness.ts"
import { giveAnnotation } from "../../lib/commands/give-annotation.ts"
import { withdrawAnnotation } from "../../lib/commands/withdraw-annotation.ts"
import { database } from "../../lib/db/client.ts"
import { plainRationale } from "../../lib/domain/rationale.ts"
import { readCsv } from "../../lib/formats/csv.ts"
import { activity } from "../../lib/queries/activity.ts"
import { agreement } from "../../lib/queries/agreement.ts"
import { agreementClaims } from "../../lib/queries/agreement-claims.ts"
import { agreementFile } from "../../lib/queries/agreement-file.ts"
import { claimOpinion, secondOpinion } from "../../lib/queries/second-opinion.ts"
import { room } from "../commands/room.ts"
import { code, document, member, type Person, value } from "./project.ts"

const names = { d: "documented", p: "disputed", s: "speculative" } as const
type Letter = keyof typeof names

/** A project with two texts, of four claims and of two, and short words for labelling them. */
async function seminar(blind = false) {
  const here = await room()
  const { owner, projectId } = here
  if (blind)
    value(
      await chooseBlindness(owner, {
        projectId,
        blind: true,
        pseudonyms: false,
        seen: { blind: false, pseudonyms: false },
        requestId: uuidv7(),
      }),
    )
  const long =
    "The ship sank in 1912. Presumably the crew was saved. The wreck was raised in 1920. It lay in the harbour."
  const one = await document(owner, projectId, "Ships", long)
  const two = await document(owner, projectId, "Crews", "The cook was called Anker. The mate was called Beck.")
  const units = [
    ...one.units.map(({ id }) => [one.id, id] as const),
    ...two.units.map(({ id }) => [two.id, id] as const),
  ]
  expect(units).toHaveLength(6)
  const label = async (who: Person, at: number, letter: Letter, confidence = "high", seen: string | null = null) => {
    const [documentId, unitId] = units[at]!
    const words = { label: names[letter], confidence, rationale: plainRationale("So it says."), seen }
    const id = uuidv7()
    value(await giveAnnotation(who, { documentId, requestId: uuidv7(), unitId, id, ...words }))
    return id
  }
  /** What somebody says of the six claims, a letter each; a dot for nothing. */
  const says = async (who: Person, letters: string) => {
    for (const [at, letter] of [...letters].entries()) if (letter !== ".") await label(who, at, letter as Letter)
  }
  const figures = async (who: Person, input: object = {}) => value(await agreement(who, projectId, input))
  return { ...here, ships: one.id, crews: two.id, units, label, says, figures }
}

test("figures of three people on six claims, as one reckons them by hand", async () => {
  const { owner, ann, ben, editor, says, figures, ships, crews } = await seminar()
  await says(ann, "ddpsd.")
  await says(ben, "ddsp..")
  await says(editor, "d....p")
  const found = await figures(owner)
  // Pairs: three agree on the first, one on the second, none on the third and fourth.
  expect(found).toMatchObject({ claims: 9, labelled: 6, labels: 11 })
  expect(found.whole.raw).toEqual({ value: 0.5, why: null, used: 4, of: 9 })
  // Coincidences: d-d 3 + 2, p-s 2 and s-p 2; n = 9 of d 5, p 2, s 2. 1 − 8 · 4 / (81 − 25 − 4 − 4).
  expect(found.whole.alpha.value).toBeCloseTo(1 - (8 * 4) / 48, 12)
  // Shares of all six labelled claims: d 3/6, p 2/6, s 1/6.
  const shares = [(1 + 1 + 1) / 6, (0.5 + 0.5 + 1) / 6, (0.5 + 0.5) / 6]
  const same = shares.reduce((sum, share) => sum + share ** 2, 0)
  expect(found.whole.fleiss.value).toBeCloseTo((0.5 - same) / (1 - same), 12)
  const guess = shares.reduce((sum, share) => sum + share * (1 - share), 0) / 2
  expect(found.whole.ac1.value).toBeCloseTo((0.5 - guess) / (1 - guess), 12)
  // Of four claims many samples have no variation at all.
  expect(found.interval).toEqual({ low: null, high: null, why: "unsteady" })
  // Sureness never varied, so that nothing can be said of it.
  expect(found.confidence.alpha).toMatchObject({ value: null, why: "no-variation" })
  expect(found.credibility.alpha).toMatchObject({ value: null, why: "nothing-rated", used: 0, of: 0 })

  expect(found.byDocument.map(({ title, used, of }) => [title, used, of])).toEqual([
    ["Log book", 0, 3],
    ["Ships", 4, 4],
    ["Crews", 0, 2],
  ])
  expect(found.byDocument[2]!.alpha.why).toBe("no-pairs")
  const pairs = found.pairs.map(({ one, other, used, of, raw }) => [one.name, other.name, used, of, raw.value])
  expect(pairs).toEqual([
    ["Ann Okafor", "Ben Ferrand", 4, 5, 0.5],
    ["Ann Okafor", "Nora Beck", 1, 6, 1],
    ["Ben Ferrand", "Nora Beck", 1, 5, 1],
  ])
  // 2 of 4 agree; by chance (2·2 + 1·1 + 1·1) / 16.
  expect(found.pairs[0]!.kappa.value).toBeCloseTo((0.5 - 6 / 16) / (1 - 6 / 16), 12)
  expect(found.pairs[1]!.kappa.why).toBe("no-variation")
  expect(found.kinds.find(({ kind }) => kind === "hedge")).toMatchObject({ used: 1, of: 1, raw: { value: 1 } })
  expect(found.months).toHaveLength(1)

  expect((await figures(owner, { document: ships })).whole).toMatchObject({ used: 4, of: 4 })
  expect((await figures(owner, { document: crews })).whole).toMatchObject({ used: 0, of: 2 })
  expect((await figures(owner, { kind: "hedge" })).whole).toMatchObject({ used: 1, of: 1 })
  expect((await figures(owner, { one: ann.id, other: editor.id })).whole).toMatchObject({ used: 1, of: 9 })
  expect((await figures(owner, { one: editor.id })).whole).toMatchObject({ used: 1, of: 2, raw: { value: 1 } })
  const today = new Date().toISOString().slice(0, 10)
  expect((await figures(owner, { from: today })).whole).toMatchObject({ used: 4, of: 6 })
  expect((await figures(owner, { to: "2020-01-01" })).whole).toMatchObject({ used: 0, of: 0 })
})

test("claims behind a figure: those with two labels, and those on which two people differ", async () => {
  const { owner, ann, ben, editor, says, projectId, ships, units } = await seminar()
  await says(ann, "ddpsd.")
  await says(ben, "ddsp..")
  await says(editor, "d....p")
  const behind = async (input: object) => value(await agreementClaims(owner, projectId, input))
  expect((await behind({})).total).toBe(4)
  const differing = await behind({ one: ann.id, other: ben.id, differ: "1" })
  expect(differing.claims.map(({ unitId }) => unitId)).toEqual([units[2]![1], units[3]![1]])
  expect(differing.claims[0]).toMatchObject({
    documentId: ships,
    document: "Ships",
    quote: "The wreck was raised in 1920.",
    labels: [
      { person: "Ann Okafor", label: "disputed", confidence: "high" },
      { person: "Ben Ferrand", label: "speculative", confidence: "high" },
    ],
  })
  expect((await behind({ one: ann.id, other: editor.id, differ: "1" })).total).toBe(0)
  expect(code(await agreementClaims(owner, projectId, { one: uuidv7() }))).toBe("not-found")
  expect(code(await agreement(owner, projectId, { document: uuidv7() }))).toBe("not-found")
  expect(code(await agreement(owner, projectId, { kind: "nice" }))).toBe("invalid")
})

test("a label that is given, changed or taken back is in the next figures", async () => {
  const { owner, ann, ben, label, figures, units } = await seminar()
  const first = await label(ann, 0, "d")
  const second = await label(ben, 0, "s")
  expect((await figures(owner)).whole.raw).toMatchObject({ value: 0, used: 1 })
  const third = await label(ben, 0, "d", "low", second)
  expect((await figures(owner)).whole.raw).toMatchObject({ value: 1, used: 1 })
  // Two people who are as sure as can be and as unsure as can be, on one thing.
  expect((await figures(owner)).confidence.alpha).toMatchObject({ value: 0, used: 1 })
  const [documentId, unitId] = units[0]!
  value(await withdrawAnnotation(ben, { documentId, unitId, seen: third, requestId: uuidv7() }))
  expect((await figures(owner)).whole).toMatchObject({ used: 0, raw: { why: "no-pairs" } })
  expect(first).not.toBe(third)
})

test("blind labels alone: the last one that each gave blind, also when they changed their mind later", async () => {
  const { owner, ann, ben, editor, label, says, figures } = await seminar(true)
  const first = await label(ann, 0, "d")
  const blind = await label(ben, 0, "s")
  await label(ben, 0, "d", "high", blind)
  await says(editor, "d.....")
  expect((await figures(owner)).whole.raw).toMatchObject({ value: 1, used: 1 })
  // The editor sees everything and gives nothing blind.
  const found = await figures(owner, { labels: "blind" })
  expect(found).toMatchObject({ labels: 2, whole: { used: 1, raw: { value: 0 } } })
  expect(found.pairs).toMatchObject([{ one: { name: "Ann Okafor" }, other: { name: "Ben Ferrand" } }])
  expect(first).not.toBe(blind)
})

test("a bound reviewer’s figures are made of what they may see, and nobody else’s come out of the same shelf", async () => {
  const { owner, ann, ben, editor, says, label, figures, projectId, units } = await seminar(true)
  await says(ann, "ddpsd.")
  await says(editor, "ddsp..")
  expect((await figures(owner)).whole).toMatchObject({ used: 4 })
  expect(await figures(ben)).toMatchObject({ labels: 0, labelled: 0, pairs: [], people: [], whole: { used: 0 } })
  expect(value(await agreementClaims(ben, projectId, {}))).toMatchObject({ total: 0, people: [] })
  await label(ben, 0, "d")
  const seen = await figures(ben)
  expect(seen).toMatchObject({ labels: 3, labelled: 1, whole: { used: 1, raw: { value: 1 } } })
  expect(seen.pairs.every(({ used, of }) => used === 1 && of === 1)).toBe(true)
  expect((await figures(owner)).whole).toMatchObject({ used: 4 })
  expect((await figures(ann)).labels).toBe(10)
  expect(value(await claimOpinion(ben, units[1]![0], units[1]![1])).opinion).toBeNull()
})

test("under pseudonyms the figures name nobody, and a pair is chosen by the names that one knows", async () => {
  const { owner, ann, ben, says, figures, projectId } = await seminar()
  await says(ann, "dd....")
  await says(ben, "dp....")
  const seen = { blind: false, pseudonyms: false }
  value(await chooseBlindness(owner, { projectId, blind: false, pseudonyms: true, seen, requestId: uuidv7() }))
  const found = await figures(ben)
  expect(JSON.stringify(found)).not.toContain(ann.id)
  const [pair] = found.pairs
  const other = [pair!.one, pair!.other].find(({ id }) => id !== ben.id)!
  expect(other.name).toMatch(/^Reviewer /)
  expect((await figures(ben, { one: ben.id, other: other.id })).whole).toMatchObject({ used: 2 })
  expect(code(await agreement(ben, projectId, { one: ann.id }))).toBe("not-found")
})

test("how credible a source is on a claim: 6 says nothing, and what a person rated twice is rated once", async () => {
  const { owner, ann, ben, editor, first, second, source, cite, figures } = await seminar()
  const [log, memoir] = [await source(owner, "Log"), await source(owner, "Memoir")]
  const say = async (who: Person, unitId: string, sourceId: string, credibility: number) =>
    value(await cite(who, unitId, sourceId, "supports", uuidv7(), { credibility }))
  await say(ann, first, log, 1)
  await say(ann, first, log, 6)
  await say(ben, first, log, 1)
  await say(ann, first, memoir, 5)
  await say(ben, first, memoir, 4)
  await say(editor, second, log, 6)
  await say(ben, second, log, 2)
  const { credibility } = await figures(owner)
  // Two things of three: 1 and 1, 5 and 4. So far apart are 1 and 4, 1 and 5, 4 and 5: 1.5, 2.5 and 1, squared.
  expect(credibility.alpha).toMatchObject({ used: 2, of: 3 })
  expect(credibility.alpha.value).toBeCloseTo(1 - (3 * 1) / (2 * 2.25 + 2 * 6.25 + 1), 12)
})

test("the file has a row for each figure, and no cell that a spreadsheet could run", async () => {
  const { owner, ann, ben, says, projectId } = await seminar()
  await says(ann, "ddps..")
  await says(ben, "ddsp..")
  await document(owner, projectId, "=1+1", "A ship sank in 1930.")
  const file = value(await agreementFile(owner, projectId, {}))
  expect(file.text).toContain("'=1+1")
  const rows = readCsv(file.text)
  const columns = ["group", "of", "figure", "value", "low_95", "high_95", "used", "total", "undefined_because"]
  expect(rows[0]).toEqual([...columns, "log_head"])
  const { head } = value(await activity(owner, projectId, {}))
  expect(rows.slice(1).map(row => row[9])).toEqual(rows.slice(1).map(() => head))
  expect(rows.find(row => row[0] === "all" && row[2] === "raw")).toMatchObject({
    3: "0.500000",
    6: "4",
    7: "10",
    8: "",
  })
  const undefinedRow = rows.find(row => row[1] === "Crews" && row[2] === "fleiss_kappa")!
  expect(undefinedRow[3]).toBe("")
  expect(undefinedRow[8]).toMatch(/^Undefined: /)
  expect(file.name).toMatch(/^Seminar, agreement \d{4}-\d\d-\d\d\.csv$/)
})

/** Three reviewers and an editor of thirty claims in a third text: the last reviewer calls every fifth claim something else. */
async function crowd() {
  const here = await seminar()
  const { owner, projectId, ann, ben, editor } = here
  const cas = await member(owner, projectId, "reviewer", "Cas Muller")
  const text = Array.from({ length: 30 }, (_, at) => `The ship number ${at} sank in ${1900 + at}.`).join(" ")
  const { id, units } = await document(owner, projectId, "Wrecks", text)
  const people = [ann, ben, cas]
  await database().annotation.createMany({
    data: units.flatMap(({ id: unitId, start, end }, at) =>
      people.map((who, nth) => ({
        id: uuidv7(),
        projectId,
        documentId: id,
        unitId,
        reviewerId: who.id,
        label: nth === 2 && at % 5 === 0 ? "speculative" : at % 2 === 0 ? "documented" : "disputed",
        confidence: "high",
        rationale: { type: "doc" },
        start,
        end,
        revision: 1,
      })),
    ),
  })
  await database().unit.update({
    where: { id: units[1]!.id },
    data: { state: "vetted", verdict: "documented", verdictBy: "policy" },
  })
  // What is written past the commands moves no revision; one command does.
  value(await here.label(editor, 0, "d").then(given => ({ ok: true as const, value: given })))
  return { ...here, cas, wrecks: id, wreckUnits: units }
}

test("a second opinion: where it differs from the verdict, and how reliable one is at what", async () => {
  const { owner, ann, ben, cas, editor, projectId, wrecks, wreckUnits } = await crowd()
  const seen = value(await secondOpinion(owner, projectId, {}))
  expect(seen.why).toBeNull()
  expect(seen.opinions).toMatchObject({ converged: true, total: 1, rests: { claims: 30, labels: 90, people: 3 } })
  expect(seen.opinions!.counts).toEqual({ differs: 1, uncertain: 0, undecided: 29, all: 30 })
  expect(seen.opinions!.claims[0]).toMatchObject({
    unitId: wreckUnits[1]!.id,
    documentId: wrecks,
    verdict: "documented",
    likeliest: "disputed",
    labels: 3,
    decided: false,
  })
  const [documented, disputed, speculative] = seen.matrices.find(({ name }) => name === "Cas Muller")!.rows
  // 15 claims are documented; three of them Cas called speculative.
  expect(documented!.rests).toBeCloseTo(15, 3)
  expect(documented!.chances).toEqual([expect.closeTo(0.8, 3), expect.closeTo(0, 3), expect.closeTo(0.2, 3)])
  expect(disputed!.rests).toBeCloseTo(15, 3)
  expect(speculative!.chances).toBeNull()

  expect(seen.matrices.map(({ name }) => name)).toEqual(["Ann Okafor", "Ben Ferrand", "Cas Muller"])
  const own = value(await secondOpinion(cas, projectId, {}))
  expect(own.matrices).toMatchObject([{ name: "Cas Muller", mine: true, given: 30 }])
  expect(value(await secondOpinion(editor, projectId, {})).matrices).toEqual([])
  expect([ann, ben].every(({ id }) => !JSON.stringify(own).includes(id))).toBe(true)

  const one = value(await claimOpinion(ann, wrecks, wreckUnits[0]!.id))
  expect(one.opinion).toMatchObject({ likeliest: "documented", verdict: null, labels: 3 })
  expect(one.opinion!.chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9)
})

test("with two people, or few claims, there is no second opinion, and it says why", async () => {
  const { owner, ann, ben, editor, says, projectId, units } = await seminar()
  await says(ann, "ddpsdd")
  await says(ben, "ddspdd")
  expect(value(await secondOpinion(owner, projectId, {}))).toMatchObject({ why: "few-people", opinions: null })
  await says(editor, "dddddd")
  expect(value(await secondOpinion(owner, projectId, {}))).toMatchObject({ why: "few-claims", matrices: [] })
  expect(value(await claimOpinion(owner, units[0]![0], units[0]![1]))).toEqual({ why: "few-claims", opinion: null })
})
