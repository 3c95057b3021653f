import { createHash } from "node:crypto"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import fc from "fast-check"
import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { addDocument } from "../../lib/commands/add-document.ts"
import { describeDocument } from "../../lib/commands/describe-document.ts"
import { database } from "../../lib/db/client.ts"
import { failureSentence } from "../../lib/domain/failure-sentence.ts"
import { fetchedFile, filePreview } from "../../lib/queries/file-preview.ts"
import { originalFile } from "../../lib/queries/original-file.ts"
import { readingRoom } from "../../lib/queries/reading-room.ts"
import { versions } from "../../lib/queries/versions.ts"
import { madeDocx } from "../intake/made-files.ts"
import { code, project, sampleText, value } from "../queries/project.ts"
import { chain } from "./room.ts"

const provenance = { title: "Log book", author: "", foundAt: "", foundOn: "", licence: "", language: "" }

async function shelf() {
  const { owner, projectId } = await project()
  const add = (words: object, limit = 1_000_000) =>
    addDocument(() => limit)(owner, {
      ...{ projectId, id: uuidv7(), ...provenance, again: false, requestId: uuidv7() },
      ...words,
    })
  const upload = (bytes: Uint8Array | string, name: string, mediaType = "", encoding = "") =>
    add({ file: { name, mediaType, base64: Buffer.from(bytes).toString("base64"), encoding } })
  const textOf = async (documentId: string) => value(await readingRoom(owner, documentId)).document
  return { owner, projectId, add, upload, textOf }
}
const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex")

test("a pasted text is stored as it is, with its hash, its language and its units", async () => {
  const { owner, projectId, add, textOf } = await shelf()
  const text = `${sampleText}\r\n\r\n  Корабль затонул.\u00A0`
  const { documentId, units } = value(await add({ text, author: " A. Clerk ", foundAt: "https://example.org" }))
  const shown = await textOf(documentId!)
  expect(shown).toMatchObject({ text, sha256: sha256(text), author: "A. Clerk", foundAt: "https://example.org" })
  expect(shown.language).toBe("en")
  const rows = value(await readingRoom(owner, documentId!)).units
  expect(rows).toHaveLength(units!)
  expect(
    rows
      .map(unit => text.slice(unit.start, unit.end))
      .join("")
      .replaceAll(/\s/g, ""),
  ).toBe(text.replaceAll(/\s/g, ""))
  expect(await chain(projectId)).toBe(2)
})

test("a text of any characters is stored byte for byte", async () => {
  const { add, textOf } = await shelf()
  const piece = fc.string({ unit: "binary", minLength: 1, maxLength: 40 })
  const texts = piece.map(part => `Text: ${part.replaceAll(/(?!\s)\p{Cc}/gu, "")}`)
  await fc.assert(
    fc.asyncProperty(texts, async text => {
      const { documentId } = value(await add({ text, again: true }))
      const stored = await textOf(documentId!)
      expect(stored.text).toBe(text)
      expect(stored.sha256).toBe(sha256(text))
    }),
    { numRuns: 25 },
  )
})

test("an uploaded file is decoded and kept as it came", async () => {
  const { upload, textOf } = await shelf()
  const bytes = Uint8Array.from([0xd1, 0xf3, 0xe4, 0xee, 0x20, 0xe7, 0xe0, 0xf2, 0xee, 0xed, 0xf3, 0xeb, 0xee, 0x2e])
  const { documentId } = value(await upload(bytes, "log.txt", "text/plain"))
  const shown = await textOf(documentId!)
  expect(shown).toMatchObject({ text: "Судо затонуло.", language: "ru" })
  const version = await database().version.findFirstOrThrow({ where: { documentId: documentId! } })
  expect(version).toMatchObject({ fileName: "log.txt", mediaType: "text/plain", encoding: "windows-1251" })
  expect(Buffer.from(version.original!).equals(Buffer.from(bytes))).toBe(true)
})

test("a page is reduced to its text, by its name or by its type; the page itself is kept", async () => {
  const { upload, textOf } = await shelf()
  const page = "<title>x</title><p>The ship <b>sank</b>.<script>alert(1)</script></p><p>Why?</p>"
  for (const [name, type] of [
    ["a.html", ""],
    ["a.HTM", ""],
    ["a", "text/html; charset=utf-8"],
    ["a.xhtml", ""],
  ]) {
    const { documentId } = value(await upload(`${page}<!-- ${name}${type} --><p>${name}`, name!, type))
    expect((await textOf(documentId!)).text).toBe(`The ship sank.\n\nWhy?\n\n${name}`)
    const { original } = await database().version.findFirstOrThrow({ where: { documentId: documentId! } })
    expect(Buffer.from(original!).toString()).toContain("<script>")
  }
  const { documentId } = value(await upload(page, "page.txt", "text/plain"))
  expect((await textOf(documentId!)).text).toBe(page)
})

test("what is empty, binary, too large or unreadable is refused with a sentence, and nothing is stored", async () => {
  const { projectId, add, upload } = await shelf()
  const refusals = [
    [await add({}), "text-empty"],
    [await add({ text: " \n\t" }), "text-empty"],
    [await add({ text: "\uFEFF" }), "text-empty"],
    [await upload("", "a.txt"), "text-empty"],
    [await upload("<p> </p>", "a.html"), "text-empty"],
    [await upload(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), "a.png"), "file-unreadable"],
    [await upload(Uint8Array.from([0x4d, 0x5a, 0, 0, 1, 2, 3]), "a.exe"), "text-binary"],
    [await upload(Uint8Array.from([0xe2, 0x82, 0x41]), "a.txt", "", "utf-8"), "text-undecodable"],
    [await upload("a", "a.txt", "", "klingon"), "text-undecodable"],
    [await add({ text: "Судно затонуло." }, 20), "too-large"],
    [await add({ text: "a", language: "english please" }), "invalid"],
    [await add({ text: "a", title: " " }), "invalid"],
  ] as const
  for (const [result, expected] of refusals) {
    expect(code(result)).toBe(expected)
    expect(!result.ok && failureSentence(result.failure)).toMatch(/\.$/)
  }
  expect(await database().document.count({ where: { projectId } })).toBe(0)
  expect(await chain(projectId)).toBe(1)
})

test("the limit is counted in bytes: a text just within it is taken", async () => {
  const { add } = await shelf()
  const text = "Судно."
  expect(await add({ text }, 10)).toMatchObject({ failure: { code: "too-large", limit: 10 } })
  expect(code(await add({ text }, 11))).toBe("ok")
})

test("the same text is noticed, however it comes, unless it is added on purpose; another project has its own", async () => {
  const [here, there] = [await shelf(), await shelf()]
  const { documentId } = value(await here.add({ text: sampleText, title: "First" }))
  const known = { failure: { code: "text-known", documentId, documentTitle: "First" } }
  expect(await here.add({ text: sampleText })).toMatchObject(known)
  expect(await here.upload(sampleText, "a.txt")).toMatchObject(known)
  expect(await here.upload(`\uFEFF${sampleText}`, "a.txt")).toMatchObject(known)
  expect(code(await here.add({ text: `${sampleText} ` }))).toBe("ok")
  expect(code(await here.add({ text: sampleText, again: true }))).toBe("ok")
  expect(code(await there.add({ text: sampleText }))).toBe("ok")
})

test("a document's id can't be used twice, by the same request or another", async () => {
  const { projectId, add } = await shelf()
  const [id, requestId] = [uuidv7(), uuidv7()]
  expect(value(await add({ id, requestId, text: "One." })).repeated).toBe(false)
  expect(value(await add({ id, requestId, text: "One." })).repeated).toBe(true)
  expect(code(await add({ id, text: "Two." }))).toBe("request-reused")
  expect(await database().document.count({ where: { projectId } })).toBe(1)
})

test("provenance is corrected against the version that was seen; a stale correction gets both", async () => {
  const { owner, projectId, add, textOf } = await shelf()
  const { documentId } = value(await add({ text: sampleText, language: "en" }))
  const correct = (words: object, version: number) =>
    describeDocument(owner, { projectId, documentId, version, ...provenance, ...words, requestId: uuidv7() })
  value(await correct({ author: "A. Clerk", language: "en" }, 1))
  expect(await correct({ author: "B. Clerk", language: "en" }, 1)).toMatchObject({
    failure: { code: "conflict", current: { author: "A. Clerk", version: 2 } },
  })
  expect(await textOf(documentId!)).toMatchObject({ author: "A. Clerk", text: sampleText, sha256: sha256(sampleText) })
  const [change] = await database().change.findMany({ where: { projectId, kind: "document-described" } })
  expect(JSON.parse(change!.body)).toMatchObject({ before: { author: "" }, after: { author: "A. Clerk" } })
})

test("a document of Word is stored with its notes, its file and the file's hash, and can be had back byte for byte", async () => {
  const { owner, projectId, upload, textOf } = await shelf()
  const bytes = await madeDocx()
  const { documentId } = value(await upload(bytes, "Журнал.docx"))
  const { text, anchors } = await textOf(documentId!)
  expect(text).toContain("The ship sank. Nobody saw it.")
  const note = anchors.find(({ kind }) => kind === "note")
  expect(note).toMatchObject({ kind: "note", at: text.indexOf(" Nobody"), label: "1" })
  expect(anchors.filter(({ kind }) => kind === "page")).toHaveLength(2)
  const [line] = value(await versions(owner, documentId!)).versions
  expect(line).toMatchObject({ fileName: "Журнал.docx", fileSha256: createHash("sha256").update(bytes).digest("hex") })
  const file = value(await originalFile(owner, documentId!, 1))
  expect(Buffer.from(file.bytes).equals(bytes)).toBe(true)
  expect(file).toMatchObject({ name: "Журнал.docx", mediaType: "application/octet-stream" })
  const where = { documentId_number: { documentId: documentId!, number: 1 } }
  await expect(database().version.update({ where, data: { anchors: [] } })).rejects.toThrow("never changes")
  const seen = value(
    await filePreview(() => 1_000_000)(owner, {
      projectId,
      file: { name: "a", mediaType: "", base64: Buffer.from(bytes).toString("base64"), encoding: "" },
    }),
  )
  expect(seen).toMatchObject({ format: "docx", title: "Судовой журнал", notes: 1, pages: 2, whole: true })
})

test("what can't be read is refused with what to do, and nothing is stored", async () => {
  const { upload } = await shelf()
  const before = await database().document.count()
  const refused = await upload(Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0, 0), "a.docx")
  expect(refused).toEqual({ ok: false, failure: { code: "file-unreadable", why: "damaged" } })
  expect(await database().document.count()).toBe(before)
})

test("a page from the web comes as a file with its final address; a name that leads inside comes to nothing", async () => {
  const { owner, projectId } = await shelf()
  const server = createServer((request, response) => {
    if (request.url === "/old") return response.writeHead(301, { location: "/Ship%20log.html" }).end()
    return response.setHeader("content-type", "text/html; charset=utf-8").end("<p>The ship sank.")
  })
  await new Promise<void>(done => server.listen(0, "127.0.0.1", done))
  const { port } = server.address() as AddressInfo
  const network = {
    resolve: async (host: string) => [host === "inside.example" ? "10.0.0.1" : "93.184.216.34"],
    dial: () => ({ host: "127.0.0.1", port }),
  }
  const fetched = (address: string, off = false) =>
    fetchedFile(() => ({ limit: 10_000, off }), network)(owner, { projectId, address })
  const { file, address } = value(await fetched("http://log.example/old"))
  expect(address).toBe("http://log.example/Ship%20log.html")
  expect(file).toMatchObject({ name: "Ship log.html", mediaType: "text/html", encoding: "utf-8" })
  expect(Buffer.from(file.base64, "base64").toString()).toBe("<p>The ship sank.")
  expect(await fetched("http://inside.example/")).toMatchObject({ failure: { code: "fetch-refused", why: "inside" } })
  expect(await fetched("http://log.example/old", true)).toMatchObject({ failure: { why: "off" } })
  server.closeAllConnections()
  server.close()
})
