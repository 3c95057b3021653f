import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { bundleReader } from "../../lib/intake/bundle-reader.js"
import { importers } from "./importers.ts"
import { mutatedFile } from "./mutated-file.ts"
import { besideFiles, mutatedFiles, readers } from "./mutated-files.ts"

// A few of the files of `npm run campaign -- mutated`, the same ones each time.
const seed = 20_261_130

let made: Awaited<ReturnType<typeof readers>>
let others: readonly Uint8Array[]
beforeAll(async () => {
  for (const name of ["warn", "log", "info"] as const) vi.spyOn(console, name).mockImplementation(() => {})
  await bundleReader()
  made = await readers()
  others = (await Promise.all(importers.map(one => one.samples()))).flat()
}, 120_000)
afterAll(() => made.remove())

test.each(importers.map(importer => [importer.name, importer] as const))(
  "%s: a sound file is read, and mutated ones end in a text or a sentence",
  async (_, importer) => {
    const samples = await importer.samples()
    for (const sample of samples) expect(["read", "encrypted"]).toContain((await importer.read(sample)).ends)
    for (let number = 0; number < 8; number++) {
      const { held } = await importer.read(mutatedFile(importer, samples, others, seed, number))
      expect(held, `file ${number}`).toBeLessThan(200)
    }
  },
)

test("the campaign tells of a reader that throws, does not end, ends its process, or asks the network", async () => {
  const found = async (name: string) => {
    const importer = { ...importers.find(one => one.name === "bibtex")!, name, beside: null }
    return mutatedFiles(made.program, importer, seed, 2, 3_000)
  }
  expect((await found("bibtex")).faults).toEqual([])
  for (const [name, fault] of [
    ["made-to-throw", /^file 0: defect: Error: made to/],
    ["made-to-hang", /^file 0: more than 3 s/],
    ["made-to-end", /^file 0: the process ended/],
    ["made-to-ask", /^file 0: defect: .*network/],
    ["made-to-open", /^file 0: defect: .*ERR_ACCESS_DENIED|^file 0: defect: .*restricted/],
  ] as const)
    expect((await found(name)).faults[0], name).toMatch(fault)
}, 240_000)

test("in the app's own process they end as well, and the server goes on meanwhile", async () => {
  const { ends, stood } = await besideFiles(importers.find(({ name }) => name === "docx")!, seed, [1, 2, 3])
  expect([...ends.values()].reduce((sum, count) => sum + count, 0)).toBe(3)
  expect(stood).toBeLessThan(200)
})
