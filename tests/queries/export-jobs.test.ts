import { createHash } from "node:crypto"
import { unzipSync } from "fflate"
import { uuidv7 } from "uuidv7"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { cancelExport } from "../../lib/commands/cancel-export.ts"
import { chooseBlindness } from "../../lib/commands/choose-blindness.ts"
import { chooseExportNames } from "../../lib/commands/choose-export-names.ts"
import { limitExportNames } from "../../lib/commands/limit-export-names.ts"
import { removeMember } from "../../lib/commands/remove-member.ts"
import { requestExport } from "../../lib/commands/request-export.ts"
import { retryExport } from "../../lib/commands/retry-export.ts"
import { database } from "../../lib/db/client.ts"
import { emptyFile, finishJob, giveUpDead, savePiece, sweepFiles, takeJob } from "../../lib/db/export-work-rows.ts"
import { mostExports, pieceSize } from "../../lib/domain/export-job.ts"
import { claimsCsvData } from "../../lib/formats/claims-csv.ts"
import { makeExport } from "../../lib/jobs/make-export.ts"
import { exportFile } from "../../lib/queries/export-file.ts"
import { exportJobs } from "../../lib/queries/export-jobs.ts"
import { exportedFile } from "../../lib/queries/exported-file.ts"
import { room } from "../commands/room.ts"
import { askedFor, handedOut, madeFor, makeAll, origin } from "./made-export.ts"
import { code, document, type Person, value } from "./project.ts"

beforeEach(async () => {
  await database().exportJob.deleteMany()
})
afterEach(() => vi.restoreAllMocks())

/** A room in which all claims are vetted, with a reason of so many letters that the file has several pieces. */
async function vetted(letters = 300_000) {
  const here = await room()
  value(await here.label(here.ann, here.first, "documented", null, "So it says."))
  value(await here.label(here.ben, here.first, "documented"))
  const { projectId } = here
  await database().unit.updateMany({
    where: { projectId, kind: "claim" },
    data: { state: "vetted", verdict: "documented", verdictBy: "policy" },
  })
  await database().annotation.updateMany({ where: { projectId }, data: { rationaleText: "a".repeat(letters) } })
  return here
}

const jobOf = (id: string) => database().exportJob.findUniqueOrThrow({ where: { id } })
const piecesOf = (jobId: string) => database().exportPiece.count({ where: { jobId } })
const shown = async (who: Person, projectId: string, id: string) =>
  value(await exportJobs(who, projectId)).jobs.find(job => job.id === id)!

async function atOnce(who: Person, projectId: string, format: string): Promise<string> {
  let text = ""
  value(
    await exportFile(who, { projectId, format }, origin, {
      begin: async () => {
        text = ""
      },
      write: async piece => {
        text += typeof piece === "string" ? piece : Buffer.from(piece).toString()
      },
    }),
  )
  return text
}

test("a file that is made in the background is the one that is made at once, in pieces of one size", async () => {
  const { ann, projectId } = await vetted()
  const jobId = await askedFor(ann, projectId)
  expect(await shown(ann, projectId, jobId)).toMatchObject({ state: "waiting", done: 0, total: null })
  await makeAll()
  expect(await handedOut(ann, projectId, jobId)).toBe(await atOnce(ann, projectId, "csv"))
  const sizes = (await database().exportPiece.findMany({ where: { jobId } })).map(({ bytes }) => bytes.length)
  expect(sizes.length).toBeGreaterThan(2)
  expect(sizes.filter(size => size === pieceSize).length).toBe(sizes.length - 1)
  expect(await shown(ann, projectId, jobId)).toMatchObject({ state: "done", missing: [], expired: false })
})

test("when its worker dies between two pieces, a file begins anew and is whole once; the dead one adds nothing", async () => {
  const { ann, projectId } = await vetted()
  const jobId = await askedFor(ann, projectId)
  const dead = (await takeJob())!
  expect(await savePiece(dead, 0, Buffer.from("a part that is of no use"))).toBe(true)
  expect(await savePiece(dead, 7, Buffer.from("and another"))).toBe(true)
  // Nobody else takes it while its worker may live.
  expect(await takeJob()).toBeNull()
  await database().exportJob.update({ where: { id: jobId }, data: { heldUntil: new Date(0) } })
  await makeAll()
  expect(await savePiece(dead, 1, Buffer.from("late"))).toBe(false)
  expect(await emptyFile(dead)).toBe(false)
  const late = { name: "x", mediaType: "x", bytes: 1, pieces: 1, done: 1, missing: [] }
  const sight = { bound: false, pseudonyms: false, blind: [], rounds: [], reticent: [] }
  expect(await finishJob(dead, { ...late, sight })).toBe(false)
  expect(await handedOut(ann, projectId, jobId)).toBe(await atOnce(ann, projectId, "csv"))
  expect(await piecesOf(jobId)).toBe((await jobOf(jobId)).pieces)
  expect((await jobOf(jobId)).attempts).toBe(2)
})

test("a file whose worker dies three times is given up with a sentence, and can be made again", async () => {
  const { ann, projectId } = await vetted(10)
  const jobId = await askedFor(ann, projectId)
  for (let nth = 0; nth < 3; nth++) {
    expect(await takeJob()).toMatchObject({ id: jobId })
    await database().exportJob.update({ where: { id: jobId }, data: { heldUntil: new Date(0) } })
  }
  expect(await takeJob()).toBeNull()
  await giveUpDead("It stopped.")
  expect(await shown(ann, projectId, jobId)).toMatchObject({ state: "failed", failure: "It stopped." })
  expect(value(await retryExport(ann, { projectId, jobId }))).toEqual({ state: "waiting" })
  expect(value(await retryExport(ann, { projectId, jobId }))).toEqual({ state: "waiting" })
  await makeAll()
  expect(await shown(ann, projectId, jobId)).toMatchObject({ state: "done", failure: null })
})

test("two workers never make one file: what one is taking, the other passes over without a wait", async () => {
  const { ann, ben, projectId } = await vetted(10)
  const [first, second] = [await askedFor(ann, projectId), await askedFor(ben, projectId)]
  await database().$transaction(async tx => {
    await tx.$queryRaw`SELECT id FROM "ExportJob" WHERE id = ${first}::uuid FOR NO KEY UPDATE`
    expect((await takeJob())?.id).toBe(second)
    expect(await takeJob()).toBeNull()
  })
  const taken = await Promise.all([takeJob(), takeJob(), takeJob()])
  expect(taken.flatMap(job => (job ? [job.id] : []))).toEqual([first])
})

test("a cancelled file ends at its next piece and leaves none behind; it can be made again", async () => {
  const { ann, projectId } = await vetted()
  const jobId = await askedFor(ann, projectId)
  const write = claimsCsvData.write
  vi.spyOn(claimsCsvData as { write: typeof write }, "write").mockImplementation(async function* (head, parts) {
    yield "x".repeat(pieceSize)
    value(await cancelExport(ann, { projectId, jobId: other }))
    yield* write(head, parts)
    throw new Error("It was written to the end.")
  })
  const other = await askedFor(ann, projectId, "csv-data")
  await makeAll()
  expect(await shown(ann, projectId, jobId)).toMatchObject({ state: "done" })
  expect(await shown(ann, projectId, other)).toMatchObject({ state: "cancelled", failure: null })
  expect(code(await exportedFile(ann, projectId, other))).toBe("export-not-ready")
  expect(await piecesOf(other)).toBe(1)
  await sweepFiles(() => false)
  expect(await piecesOf(other)).toBe(0)
  vi.restoreAllMocks()
  expect(value(await cancelExport(ann, { projectId, jobId: other }))).toEqual({ state: "cancelled" })
  expect(value(await retryExport(ann, { projectId, jobId: other }))).toEqual({ state: "waiting" })
  await makeAll()
  expect(await handedOut(ann, projectId, other)).toBe(await atOnce(ann, projectId, "csv-data"))
})

test("a worker that stops leaves its file to the others at once, and the attempt does not count", async () => {
  const { ann, projectId } = await vetted()
  const jobId = await askedFor(ann, projectId)
  let looks = 0
  expect(await makeExport(origin, () => looks++ > 1)).toBe(true)
  expect(await jobOf(jobId)).toMatchObject({ state: "waiting", attempts: 0, leaseId: null })
})

test("a file expires after seven days: it is refused, swept away, and made again when asked", async () => {
  const { ann, projectId } = await vetted()
  const jobId = await madeFor(ann, projectId)
  const { expiresAt, endedAt } = await jobOf(jobId)
  expect(expiresAt!.getTime() - endedAt!.getTime()).toBe(7 * 86_400_000)
  expect(value(await retryExport(ann, { projectId, jobId }))).toEqual({ state: "done" })
  const file = value(await exportedFile(ann, projectId, jobId))
  await database().exportJob.update({ where: { id: jobId }, data: { expiresAt: new Date(0) } })
  expect(code(await exportedFile(ann, projectId, jobId))).toBe("export-expired")
  expect(await shown(ann, projectId, jobId)).toMatchObject({ expired: true })
  await sweepFiles(() => false)
  expect(await piecesOf(jobId)).toBe(0)
  expect(code(await file.piece(0))).toBe("export-expired")
  expect(value(await retryExport(ann, { projectId, jobId }))).toEqual({ state: "waiting" })
  await makeAll()
  expect(code(await exportedFile(ann, projectId, jobId))).toBe("ok")
  // What tells of it goes after a month.
  const long = new Date(Date.now() - 40 * 86_400_000)
  await database().exportJob.update({ where: { id: jobId }, data: { endedAt: long, expiresAt: long } })
  await sweepFiles(() => false)
  expect(value(await exportJobs(ann, projectId)).jobs).toEqual([])
})

test("somebody who was removed gets nothing: no file that waits, none that is made, and no further piece", async () => {
  const { owner, ann, ben, projectId } = await vetted()
  const made = await madeFor(ann, projectId)
  const file = value(await exportedFile(ann, projectId, made))
  expect(code(await file.piece(0))).toBe("ok")
  const waits = await askedFor(ann, projectId)
  value(await removeMember(owner, { projectId, userId: ann.id, version: 1, requestId: uuidv7() }))
  await makeAll()
  expect(await jobOf(waits)).toMatchObject({ state: "failed", pieces: 0 })
  expect(await piecesOf(waits)).toBe(0)
  expect(code(await file.piece(1))).toBe("not-found")
  for (const id of [made, waits]) expect(code(await exportedFile(ann, projectId, id))).toBe("not-found")
  // And nobody gets another's.
  const his = await madeFor(ben, projectId)
  expect(code(await exportedFile(owner, projectId, his))).toBe("not-found")
  expect(code(await cancelExport(owner, { projectId, jobId: his }))).toBe("not-found")
  expect(code(await retryExport(owner, { projectId, jobId: his }))).toBe("not-found")
})

test("a file that was made before a project went blind is refused to whom blindness binds, and may be made anew", async () => {
  const { owner, ann, projectId } = await vetted(10)
  const [hers, owners] = [await madeFor(ann, projectId), await madeFor(owner, projectId)]
  const seen = { blind: false, pseudonyms: false }
  value(await chooseBlindness(owner, { projectId, blind: true, pseudonyms: false, seen, requestId: uuidv7() }))
  expect(code(await exportedFile(ann, projectId, hers))).toBe("export-veiled")
  expect(code(await exportedFile(owner, projectId, owners))).toBe("ok")
  const anew = await madeFor(ann, projectId)
  // Of the two claims that are vetted she labelled one.
  expect(await shown(ann, projectId, anew)).toMatchObject({ done: 1 })
  expect(code(await exportedFile(ann, projectId, anew))).toBe("ok")
})

test("the same request twice is one file, another one under its id is refused, and so are too many", async () => {
  const { ann, ben, projectId } = await vetted(10)
  const asked = { projectId, jobId: uuidv7(), format: "json", choice: { label: "disputed", search: "ship" } }
  const again = { ...asked, choice: { search: "ship", label: "disputed", dissent: "" } }
  const answers = await Promise.all([requestExport(ann, asked), requestExport(ann, again)])
  expect(answers.map(code)).toEqual(["ok", "ok"])
  expect(value(await exportJobs(ann, projectId)).jobs.length).toBe(1)
  expect(code(await requestExport(ann, { ...asked, format: "csv" }))).toBe("request-reused")
  expect(code(await requestExport(ben, asked))).toBe("request-reused")
  expect(code(await requestExport(ann, { ...asked, choice: { label: "nonsense" } }))).toBe("invalid")
  const more = await Promise.all(
    Array.from({ length: mostExports + 2 }, () => requestExport(ann, { ...asked, jobId: uuidv7() })),
  )
  expect(more.filter(({ ok }) => ok).length).toBe(mostExports - 1)
  expect(more.flatMap(result => (result.ok ? [] : [result.failure]))[0]).toEqual({ code: "exports-full", most: 5 })
  expect(code(await requestExport(ann, asked))).toBe("ok")
  expect(code(await requestExport(ben, { ...asked, jobId: uuidv7() }))).toBe("ok")
})

test("people are named in it as was asked for, and a file is refused once somebody is to be named less openly", async () => {
  const { owner, ann, ben, projectId } = await vetted(10)
  const named = async (id: string) => {
    const { name } = await database().user.findUniqueOrThrow({ where: { id } })
    return name
  }
  const [hers, his] = [await named(ann.id), await named(ben.id)]
  const masked = await askedFor(owner, projectId, "json", { names: "pseudonym" })
  const open = await askedFor(owner, projectId, "json")
  await makeAll()
  expect(await handedOut(owner, projectId, open)).toContain(hers)
  expect(await handedOut(owner, projectId, masked)).not.toContain(hers)
  expect(await handedOut(owner, projectId, masked)).not.toContain(ann.id)
  expect((await shown(owner, projectId, masked)).choice).toEqual({ names: "pseudonym" })
  value(await chooseExportNames(ben, { names: "none", orcid: "" }))
  expect(code(await exportedFile(owner, projectId, open))).toBe("export-veiled")
  const anew = await askedFor(owner, projectId, "json")
  await makeAll()
  const text = await handedOut(owner, projectId, anew)
  expect([text.includes(hers), text.includes(his)]).toEqual([true, false])
  const seen = { names: "name" }
  value(await limitExportNames(owner, { projectId, names: "pseudonym", seen, requestId: uuidv7() }))
  expect(code(await exportedFile(owner, projectId, anew))).toBe("export-veiled")
  // To be named more openly again hides nothing.
  value(await chooseExportNames(ben, { names: "name", orcid: "" }))
  value(await limitExportNames(owner, { projectId, names: "name", seen: { names: "pseudonym" }, requestId: uuidv7() }))
  expect(code(await exportedFile(owner, projectId, anew))).toBe("ok")
})

test("whoever waits for a file gets no more claims than may be written meanwhile", async () => {
  const { ann, projectId } = await vetted(10)
  const sink = { begin: async () => {}, write: async () => {} }
  const ask = (most: number) => exportFile(ann, { projectId, format: "csv" }, origin, { ...sink, most })
  const claims = await database().unit.count({ where: { projectId, state: "vetted" } })
  expect(await ask(claims - 1)).toEqual({ ok: false, failure: { code: "export-too-big", most: claims - 1 } })
  expect(code(await ask(claims))).toBe("ok")
})

test("a document that the database can't read is missing and named; the others go out", async () => {
  const { ann, owner, projectId, documentId } = await vetted(10)
  const other = await document(owner, projectId, "Second book")
  await database().unit.updateMany({
    where: { documentId: other.id, kind: "claim" },
    data: { state: "vetted", verdict: "documented", verdictBy: "policy" },
  })
  const rows = await import("../../lib/db/export-rows.ts")
  const spoilt = vi.spyOn(rows, "currentText").mockImplementation(async (pass, id) => {
    const [row] = await pass.tx.$queryRaw<{ text: string }[]>`
      SELECT text, 1 / (CASE WHEN ${id}::uuid = ${documentId}::uuid THEN 0 ELSE 1 END) FROM "Version" WHERE "documentId" = ${id}::uuid`
    return row!.text
  })
  await badDocument(ann, projectId, documentId)
  expect(spoilt).toHaveBeenCalled()
})

test("so is one that a format can't write", async () => {
  const { ann, owner, projectId, documentId } = await vetted(10)
  const other = await document(owner, projectId, "Second book")
  await database().unit.updateMany({
    where: { documentId: other.id, kind: "claim" },
    data: { state: "vetted", verdict: "documented", verdictBy: "policy" },
  })
  const parts = await import("../../lib/formats/claims-json.ts")
  const shape = parts.claimShape
  let claims = 0
  vi.spyOn(parts, "claimShape").mockImplementation(claim => {
    // The second claim of the first document, when the first is out already.
    if (claim.unitId !== spoiltUnit) return shape(claim)
    claims++
    throw new Error("It can't be written.")
  })
  const units = await database().unit.findMany({ where: { documentId, kind: "claim" }, orderBy: { start: "desc" } })
  const spoiltUnit = units[0]!.id
  await badDocument(ann, projectId, documentId, "jsonl")
  expect(claims).toBe(1)
})

test("an archive holds each text as its hash says, and without a text that can't be read", async () => {
  const { ann, owner, projectId, documentId } = await vetted(10)
  const other = await document(owner, projectId, "Second book")
  const archive = async () => {
    const jobId = await askedFor(ann, projectId, "ro-crate")
    await makeAll()
    return { job: await shown(ann, projectId, jobId), files: await unpacked(ann, projectId, jobId) }
  }
  const { job, files } = await archive()
  expect(job).toMatchObject({ state: "done", missing: [] })
  const { documents } = JSON.parse(Buffer.from(files["claims.json"]!).toString())
  expect(documents).toHaveLength(2)
  for (const { id, text } of documents)
    expect(createHash("sha256").update(files[`texts/${id}.txt`]!).digest("hex")).toBe(text.sha256)
  const manifest = Buffer.from(files["manifest-sha256.txt"]!).toString()
  for (const name of Object.keys(files)) expect(manifest.includes(`  ${name}\n`)).toBe(name !== "manifest-sha256.txt")

  const rows = await import("../../lib/db/export-rows.ts")
  const read = rows.currentText
  let readings = 0
  vi.spyOn(rows, "currentText").mockImplementation(async (pass, id) => {
    // It turns bad between the claims and the text itself.
    if (id === other.id && ++readings > 8) await pass.tx.$queryRaw`SELECT 1 / 0`
    return read(pass, id)
  })
  const { files: rest } = await archive()
  expect(Object.keys(rest)).toContain(`texts/${documentId}.txt`)
  expect(Object.keys(rest)).not.toContain(`texts/${other.id}.txt`)
})

async function unpacked(who: Person, projectId: string, jobId: string) {
  const file = value(await exportedFile(who, projectId, jobId))
  const pieces: Uint8Array[] = []
  for (let at = 0; at < file.pieces; at++) pieces.push(value(await file.piece(at)))
  return unzipSync(Buffer.concat(pieces))
}

async function badDocument(ann: Person, projectId: string, documentId: string, format = "json") {
  const jobId = await madeFor(ann, projectId, format)
  const job = await shown(ann, projectId, jobId)
  expect(job).toMatchObject({ state: "done", missing: [{ documentId, title: "Log book" }] })
  expect((await jobOf(jobId)).name).toMatch(/, incomplete\.json/)
  const text = await handedOut(ann, projectId, jobId)
  const troubles = text.match(/"trouble":\s*(null|"[^"]+")/g)!
  expect(troubles.length).toBe(2)
  expect(troubles.filter(said => said.includes("claims are missing here")).length).toBe(1)
  const documents = text.match(/"label":\s*"documented"/g)!
  expect(documents.length).toBeGreaterThan(0)
  if (format === "json")
    expect(JSON.parse(text).documents.map((d: { claims: object[] }) => d.claims.length)).toEqual([0, job.done])
}
