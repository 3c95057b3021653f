import fc from "fast-check"
import { expect, test } from "vitest"
import type { ExportHead } from "../../lib/formats/export-format.ts"
import { type CrateFormat, exportFormats } from "../../lib/formats/export-formats.ts"
import { headsInFile } from "../../lib/formats/heads-in-file.ts"
import { exportCrate } from "../../lib/queries/export-crate.ts"
import { type Exported, exported } from "./exported.ts"

/** Formats in which it stands in each row or record, so that a file without any states none; with what a file has to hold. */
const inRecords: Partial<Record<CrateFormat, (all: Exported) => boolean>> = {
  csv: hasClaims,
  "csv-data": hasClaims,
  hypothesis: hasClaims,
  "claim-review": all => claimsOf(all).some(({ state, label }) => state === "vetted" && label !== null),
  doccano: ({ head }) => head.documents.length > 0,
  "label-studio": ({ head }) => head.documents.length > 0,
  "csl-json": ({ head }) => head.sources.size > 0,
}
const claimsOf = (all: Exported) => all.parts(100).flatMap(({ claims }) => claims)
function hasClaims(all: Exported): boolean {
  return claimsOf(all).length > 0
}

async function whole(pieces: AsyncIterable<string | Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(typeof piece === "string" ? Buffer.from(piece) : piece)
  return Buffer.concat(all)
}

async function* partsOf(all: Exported) {
  yield* all.parts(100)
}

test("every format states the head of the log, where it is found in texts and in ZIP files", async () => {
  await fc.assert(
    fc.asyncProperty(exported, async all => {
      for (const [name, format] of Object.entries(exportFormats) as [
        CrateFormat,
        (typeof exportFormats)[CrateFormat],
      ][]) {
        const heads = headsInFile(await whole(format.write(all.head, partsOf(all))))
        expect(heads, name).toEqual(inRecords[name]?.(all) === false ? [] : [all.head.logHead])
      }
      const head: ExportHead = { ...all.head, quotes: false }
      const crate = exportCrate(head, { partsOf: () => partsOf(all), texts: [], textOf: async () => "" })
      expect(headsInFile(await whole(crate)), "ro-crate").toEqual([head.logHead])
    }),
    { numRuns: 10 },
  )
})
