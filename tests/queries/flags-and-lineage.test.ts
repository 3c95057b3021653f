import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { addSource } from "../../lib/commands/add-source.ts"
import { answerFlag } from "../../lib/commands/answer-flag.ts"
import { deriveSource } from "../../lib/commands/derive-source.ts"
import { raiseFlag } from "../../lib/commands/raise-flag.ts"
import { withdrawFlag } from "../../lib/commands/withdraw-flag.ts"
import { database } from "../../lib/db/client.ts"
import { exportText } from "./whole-export.ts"
import { done, exported, flag, label, requestId, text, vet, workshop } from "./workshop.ts"

test("flags that touch a claim go out with their answers, withdrawn ones do not, and no flag of another claim", async () => {
  const shop = await workshop()
  const { owner, reviewer, projectId, documentId, claims } = shop
  const [unitId, other] = [claims[2]!, claims[3]!]
  await vet(shop, unitId, "documented")
  const answered = await flag(shop, unitId)
  const answer = { documentId, flagId: answered, version: 1, answer: "Checked against the print." }
  done(await answerFlag(owner, { ...answer, requestId: requestId() }))
  const taken = await flag(shop, unitId)
  done(await withdrawFlag(owner, { documentId, flagId: taken, version: 1, requestId: requestId() }))
  await flag(shop, other)
  const { start, end } = await database().unit.findUniqueOrThrow({ where: { id: unitId } })
  const open = { id: uuidv7(), start: start + 2, end: end - 2, quote: text.slice(start + 2, end - 2) }
  const words = { reason: "needs-source", note: "Which archive?", blocking: false }
  done(await raiseFlag(reviewer, { documentId, ...open, ...words, requestId: requestId() }))
  const [claim] = (await exported(shop)).claims
  expect(claim!.flags.map(({ raisedAt: _raised, answeredAt: _answered, ...told }) => told)).toEqual([
    {
      ...{ id: answered, start, end, reason: "misquoted", note: "", status: "answered" },
      ...{ raisedBy: { id: owner.id, name: "Vera Lindqvist" }, answer: "Checked against the print." },
      answeredBy: { id: owner.id, name: "Vera Lindqvist" },
    },
    {
      ...{
        id: open.id,
        start: open.start,
        end: open.end,
        reason: "needs-source",
        note: "Which archive?",
        status: "open",
      },
      ...{ raisedBy: { id: reviewer.id, name: "Nora Beck" }, answer: "", answeredBy: null },
    },
  ])
  const unnamed = done(await exportText(owner, { projectId, format: "json", names: "none" })).text
  expect(unnamed).toContain("Which archive?")
  expect(unnamed).not.toMatch(/Nora Beck|Vera Lindqvist/)
  for (const id of [owner.id, reviewer.id]) expect(unnamed).not.toContain(id)
})

test("what a cited source derives from goes out with it, over sources that nobody cites", async () => {
  const shop = await workshop()
  const { owner, projectId, claims, sourceId } = shop
  const source = async (title: string) => {
    const id = uuidv7()
    const csl = { type: "book", title }
    done(await addSource(owner, { projectId, id, kind: "other", csl, archive: null, requestId: requestId() }))
    return id
  }
  const [memoir, register, alien] = [await source("A memoir"), await source("The register"), await source("A tale")]
  const derive = async (derivedId: string, originId: string, how: string) => {
    const place = { projectId, id: uuidv7(), sourceId: derivedId, originId, how, note: "Word for word." }
    done(await deriveSource(owner, { ...place, requestId: requestId() }))
  }
  await derive(sourceId, memoir, "retells")
  await derive(memoir, register, "quotes")
  await derive(alien, register, "edits")
  await vet(shop, claims[2]!, "documented")
  const file = JSON.parse(done(await exportText(owner, { projectId, format: "json", search: "Tukhachevsky" })).text)
  expect(file.sources.map(({ id }: { id: string }) => id)).toEqual([sourceId])
  expect(file.lineage).toEqual([
    {
      derived: { id: sourceId, line: expect.stringContaining("Stalin") },
      origin: { id: memoir, line: expect.stringContaining("A memoir") },
      ...{ how: "retells", note: "Word for word." },
    },
    {
      derived: { id: memoir, line: expect.stringContaining("A memoir") },
      origin: { id: register, line: expect.stringContaining("The register") },
      ...{ how: "quotes", note: "Word for word." },
    },
  ])
  const nothing = { state: "vetted", documentId: null, label: null, leaveOut: null, dissent: null }
  expect(file.chosen).toEqual({ ...nothing, search: "Tukhachevsky", quotes: true, names: "name" })
  const report = done(await exportText(owner, { projectId, format: "markdown", search: "Tukhachevsky" })).text
  expect(report).toMatch(/Where sources come from[\s\S]*A memoir.*quotes.*The register/)
  expect(report).toContain("only vetted claims with the words “Tukhachevsky”")
})
