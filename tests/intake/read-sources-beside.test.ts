import { beforeAll, expect, test } from "vitest"
import { readSources } from "../../lib/formats/read-sources.ts"
import { bundleReader } from "../../lib/intake/bundle-reader.js"
import { mostHere, readSourcesBeside } from "../../lib/intake/read-sources-beside.ts"
import { watchedLoop } from "../campaigns/stretches.ts"
import { value } from "../queries/project.ts"

beforeAll(() => bundleReader(), 60_000)

const many = (entry: (number: number) => string, times = 800) => Array.from({ length: times }, (_, at) => entry(at))
const words = "Words go on. ".repeat(8)
const bibliographies = {
  bibtex: many(at => `@book{k${at}, author={Müller, J.}, title={On ships ${at}}, note={${words}}, year={1938}}\n`).join(
    "",
  ),
  ris: many(at => `TY  - BOOK\nAU  - Smith, J.\nTI  - Ships ${at} 🚢\nN2  - ${words}\nER  - \n\n`).join(""),
  "csl-json": JSON.stringify(many(at => `Ships ${at}`).map(title => ({ type: "book", title, abstract: words }))),
  lines: many(at => `[${at}] Smith, J. (1938). On ships ${at}. London: Routledge. ${words}\n`).join(""),
}

type Read = ReturnType<typeof readSources>
const whole = (reading: Read) => (reading.ok ? { ...reading, sources: [...reading.sources] } : reading)

test.each(Object.entries(bibliographies))(
  "%s: what is read beside the server is what is read in it",
  async (format, text) => {
    expect(text.length).toBeGreaterThan(mostHere)
    const heard: number[] = []
    const reading = value(
      await readSourcesBeside(text, (read, count) => {
        expect(count).toBe(800)
        heard.push(read)
      }),
    )
    const read = whole(reading)
    expect(read).toEqual(whole(readSources(text)))
    expect(read).toMatchObject({ ok: true, format, count: 800 })
    expect(heard.at(-1)).toBe(800)
    expect(heard).toEqual(heard.toSorted((a, b) => a - b))
  },
)

test("no character is cut in two on the way", async () => {
  for (const before of ["", "a"]) {
    const text = `@book{k, title={${before}${"🚢".repeat(mostHere)}}}`
    expect(whole(value(await readSourcesBeside(text)))).toEqual(whole(readSources(text)))
  }
})

test("a long text that is none is refused with the sentence of a short one", async () => {
  for (const text of [`[{"type": "book", ${" ".repeat(mostHere)}`, many(at => `10.1000/${at}\n`, 20_001).join("")]) {
    const reading = value(await readSourcesBeside(text))
    expect(reading).toEqual(readSources(text))
    expect(reading.ok).toBe(false)
  }
})

test("a list of the longest that are taken, and one deep item, hold nobody up", async () => {
  const deep = `[{"type":"book","title":"A","custom":${"[".repeat(3_000_000)}${"]".repeat(3_000_000)}}]`
  const long = `[{"type":"book","title":"A","custom":[${"[1,2],".repeat(3_000_000)}0]}]`
  // As they come in: in one piece.
  for (const text of [deep, long]) Buffer.from(text)
  const stood = watchedLoop()
  const read = [value(await readSourcesBeside(deep)), value(await readSourcesBeside(long))]
  expect(stood()).toBeLessThan(200)
  for (const one of read) expect(whole(one)).toMatchObject({ ok: true, count: 1, sources: [{ ok: true }] })
})
