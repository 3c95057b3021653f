import fc from "fast-check"
import { expect, test } from "vitest"
import type { ExportHead } from "../../lib/formats/export-format.ts"
import { type CrateFormat, exportFormats } from "../../lib/formats/export-formats.ts"
import { headsInFile } from "../../lib/formats/heads-in-file.ts"
import { exportCrate } from "../../lib/queries/export-crate.ts"
import { exported } from "./exported.ts"

/** Formats that have no place for words about the whole file. */
const without = [
  "csv",
  "csv-data",
  "hypothesis",
  "doccano",
  "label-studio",
  "bibtex",
  "ris",
  "csl-json",
  "claim-review",
]

async function whole(pieces: AsyncIterable<string | Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(typeof piece === "string" ? Buffer.from(piece) : piece)
  return Buffer.concat(all)
}

async function* partsOf(all: typeof exported extends fc.Arbitrary<infer E> ? E : never) {
  yield* all.parts(100)
}

test("every format with room for it states the head of the log, where it is found in texts and in ZIP files", async () => {
  await fc.assert(
    fc.asyncProperty(exported, async all => {
      for (const [name, format] of Object.entries(exportFormats) as [
        CrateFormat,
        (typeof exportFormats)[CrateFormat],
      ][]) {
        const heads = headsInFile(await whole(format.write(all.head, partsOf(all))))
        expect(heads, name).toEqual(without.includes(name) ? [] : [all.head.logHead])
      }
      const head: ExportHead = { ...all.head, quotes: false }
      const crate = exportCrate(head, { partsOf: () => partsOf(all), texts: [], textOf: async () => "" })
      expect(headsInFile(await whole(crate)), "ro-crate").toEqual([head.logHead])
    }),
    { numRuns: 5 },
  )
})
