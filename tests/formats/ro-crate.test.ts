import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"
import fc from "fast-check"
import { strFromU8, unzipSync } from "fflate"
import jsonld from "jsonld"
import { expect, test } from "vitest"
import { type CrateFile, roCrate } from "../../lib/formats/ro-crate.ts"
import { exported } from "./exported.ts"

const digest = () => {
  const hash = createHash("sha256")
  return { update: (bytes: Uint8Array) => void hash.update(bytes), hex: () => hash.digest("hex") }
}
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex")

async function* each(pieces: readonly (string | Uint8Array)[]) {
  yield* pieces
}

const context: object = JSON.parse(
  gunzipSync(readFileSync(new URL("./standards/ro-crate-context-1.1.jsonld.gz", import.meta.url))).toString(),
)

const file = fc.record({
  name: fc.constantFrom("claims.json", "texts/a.txt", "references.bib"),
  pieces: fc.array(fc.oneof(fc.string({ unit: "grapheme" }), fc.uint8Array({ maxLength: 300 })), { maxLength: 6 }),
})
const crates = fc.tuple(
  exported,
  fc.uniqueArray(file, { selector: ({ name }) => name }),
  fc.constantFrom("", "CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
)
const asFiles = (files: readonly { name: string; pieces: (string | Uint8Array)[] }[]): CrateFile[] =>
  files.map(({ name, pieces }) => ({ name, mediaType: "text/plain", description: "A file.", content: each(pieces) }))

async function bytesOf(pieces: AsyncIterable<Uint8Array>) {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return new Uint8Array(Buffer.concat(all))
}

test("every file is in it byte for byte, and the manifest has the hash of each", () =>
  fc.assert(
    fc.asyncProperty(crates, async ([{ head }, files, licence]) => {
      const entries = unzipSync(await bytesOf(roCrate(asFiles(files), { head, licence, digest })))
      const lines = strFromU8(entries["manifest-sha256.txt"]!).trimEnd().split("\n")
      expect(lines).toEqual(
        Object.entries(entries)
          .filter(([name]) => name !== "manifest-sha256.txt")
          .map(([name, bytes]) => `${sha256(bytes)}  ${name}`),
      )
      for (const { name, pieces } of files)
        expect(Buffer.from(entries[name]!)).toEqual(Buffer.concat(pieces.map(piece => Buffer.from(piece))))
    }),
    { numRuns: 60 },
  ))

test("its metadata are linked data in which nothing is lost, and have all that RO-Crate 1.1 asks for", () =>
  fc.assert(
    fc.asyncProperty(crates, async ([{ head }, files, licence]) => {
      const entries = unzipSync(await bytesOf(roCrate(asFiles(files), { head, licence, digest })))
      const crate = JSON.parse(strFromU8(entries["ro-crate-metadata.json"]!))
      const documentLoader = async (documentUrl: string) => ({ documentUrl, document: context })
      const options = { safe: true, documentLoader, base: "https://crate.example/" }
      const expanded = (await jsonld.expand(crate, options as never)) as unknown as Record<string, unknown>[]
      const graph: Record<string, unknown>[] = crate["@graph"]
      expect(expanded).toHaveLength(graph.length)
      const at = new Map(graph.map(entity => [String(entity["@id"]), entity] as const))
      expect(at.size).toBe(graph.length)
      expect(at.get("ro-crate-metadata.json")).toMatchObject({
        "@type": "CreativeWork",
        conformsTo: { "@id": "https://w3id.org/ro/crate/1.1" },
        about: { "@id": "./" },
      })
      const root = at.get("./")!
      for (const field of ["name", "description", "datePublished", "license"]) expect(root[field]).toBeTruthy()
      expect(at.has(Object(root["license"])["@id"])).toBe(true)
      const parts = (root["hasPart"] as { "@id": string }[]).map(part => part["@id"])
      expect(parts.sort()).toEqual(
        Object.keys(entries)
          .filter(name => name !== "ro-crate-metadata.json")
          .sort(),
      )
      for (const { name } of files)
        expect(at.get(name)).toMatchObject({ "@type": "File", contentSize: String(entries[name]!.length) })
      for (const { documentId, sha256: hash } of head.documents)
        expect(at.get(`${head.origin}/projects/${head.projectId}/documents/${documentId}`)).toMatchObject({
          identifier: `sha256:${hash}`,
        })
    }),
    { numRuns: 40 },
  ))

test("the same files are the same bytes, however they are cut", () =>
  fc.assert(
    fc.asyncProperty(crates, async ([{ head }, files, licence]) => {
      const once = await bytesOf(roCrate(asFiles(files), { head, licence, digest }))
      expect(Buffer.from(await bytesOf(roCrate(asFiles(files), { head, licence, digest })))).toEqual(Buffer.from(once))
      const whole = files.map(({ name, pieces }) => ({
        name,
        pieces: [Buffer.concat(pieces.map(piece => Buffer.from(piece)))],
      }))
      expect(unzipSync(await bytesOf(roCrate(asFiles(whole), { head, licence, digest })))).toEqual(unzipSync(once))
    }),
    { numRuns: 20 },
  ))

test.each(["../x", "/x", "a//b", ".hidden", "a\\b", "", "ro-crate-metadata.json"])("no file is called %j", name => {
  const [all] = fc.sample(exported, 1)
  expect(() => roCrate(asFiles([{ name, pieces: [] }]), { head: all!.head, licence: "", digest })).toThrow("no file")
})
