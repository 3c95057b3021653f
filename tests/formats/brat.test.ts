import fc from "fast-check"
import { strFromU8, unzipSync } from "fflate"
import { expect, test } from "vitest"
import { verdictWord } from "../../lib/domain/export-state.ts"
import { brat } from "../../lib/formats/brat.ts"
import { type Exported, exported, fileOf } from "./exported.ts"

const unzipped = async (all: Exported, size = 100) =>
  Object.entries(unzipSync(await fileOf(brat, all, size))).map(([name, file]) => [name, strFromU8(file)] as const)

test("the files say the same, however the claims are cut", async () => {
  const property = fc.asyncProperty(exported, async all => {
    expect(await unzipped(all, 1)).toEqual(await unzipped(all, 100))
  })
  await fc.assert(property, { numRuns: 50 })
})

/** Where Python, in which brat is written, ends a line. */
const lines = (file: string) => file.split(/\r\n|(?!\t)[\p{Cc}\p{Zl}\p{Zp}]/u).filter(line => line !== "")

interface Entity {
  readonly type: string
  readonly spans: readonly (readonly [number, number])[]
}

/** Reads annotations with the checks of brat's own reader (nlplab/brat, server/src/annotation.py); throws as it does. */
function readAnnotations(file: string, text: string): ReadonlyMap<string, Entity> {
  const points = [...text]
  const entities = new Map<string, Entity>()
  const ids = new Set<string>()
  for (const line of lines(file)) {
    const [, id, data, tail = ""] = /^([^\t]+)\t([^\t]*)(\t.*)?$/su.exec(line) ?? []
    if (id === undefined || data === undefined || ids.has(id)) throw new Error(`no id, or twice: ${line}`)
    ids.add(id)
    if (id.startsWith("T")) {
      const [, type, places] = /^(\S+) (\d+ \d+(?:;\d+ \d+)*)$/.exec(data) ?? []
      if (type === undefined || places === undefined) throw new Error(`no spans: ${line}`)
      const spans = places.split(";").map(place => place.split(" ").map(Number) as [number, number])
      spans.forEach(([start, end], at) => {
        if (start > end || end > points.length) throw new Error(`outside of the text: ${line}`)
        for (const [from, to] of spans.slice(0, at))
          if (end >= from && start < to) throw new Error(`spans overlap: ${line}`)
      })
      const words = spans.map(([start, end]) => points.slice(start, end).join("")).join(" ")
      if (tail.trim() === "" || tail.slice(1) !== words) throw new Error(`not the words of the text: ${line}`)
      entities.set(id, { type, spans })
    } else if (id.startsWith("A") || id.startsWith("#")) {
      const [, target] = /^\S+ (T\d+)(?: \S+)?$/.exec(data) ?? []
      if (target === undefined || !entities.has(target)) throw new Error(`of nothing: ${line}`)
      if (id.startsWith("#") && tail.trim() === "") throw new Error(`an empty note: ${line}`)
    } else throw new Error(`of no kind: ${line}`)
  }
  return entities
}

const bare = (words: string) => words.replaceAll(/[\s\p{Cc}]/gu, "")

test("brat's checks pass, and the entities are the claims", async () => {
  const property = fc.asyncProperty(exported, async all => {
    const files = await unzipped(all)
    expect(files.slice(0, 2).map(([name]) => name)).toEqual(["annotation.conf", "README"])
    const types = files[0]![1].split("\n").slice(1, 5)
    all.parts(100).forEach(({ text: raw, claims }, at) => {
      const [[textName, text], [annName, ann]] = files.slice(2 + 2 * at, 4 + 2 * at) as [
        [string, string],
        [string, string],
      ]
      expect(textName.replace(/\.txt$/, ".ann")).toBe(annName)
      expect([...text]).toHaveLength([...raw].length)
      if (all.head.quotes) expect(bare(text)).toBe(bare(raw))
      else expect(text).toMatch(/^_*$/)
      const entities = [...readAnnotations(ann, text).values()]
      const told = claims.filter(({ start, end }) => !all.head.quotes || raw.slice(start, end).trim() !== "")
      expect(entities.map(({ type }) => type.toLowerCase())).toEqual(told.map(({ label }) => verdictWord(label)))
      for (const { type } of entities) expect(types).toContain(type)
      expect(entities.map(({ spans }) => bare(spans.map(([a, b]) => [...raw].slice(a, b).join("")).join("")))).toEqual(
        told.map(({ start, end }) => bare(raw.slice(start, end))),
      )
    })
  })
  await fc.assert(property, { numRuns: 200 })
})

test("documents of one title have files of their own", async () => {
  const [all] = fc.sample(
    exported.filter(({ head }) => head.documents.length > 1),
    1,
  ) as [Exported]
  const documents = all.head.documents.map(document => ({ ...document, title: "Дело № 5 / ../x" }))
  const titled = { ...all, head: { ...all.head, documents } }
  const names = (await unzipped(titled)).map(([name]) => name)
  expect(names).toContain("1-Дело-5-x.txt")
  expect(names).toContain("2-Дело-5-x.ann")
  expect(new Set(names).size).toBe(names.length)
})

test("a claim over several lines is in fragments, whatever ends a line, and a tab ends none", async () => {
  const text = "😊 one\r\ntwo\u0085three\u2028four\tfive\n\n"
  const [all] = fc.sample(
    exported.filter(one => one.head.quotes && one.parts(1)[0]?.claims.length === 1),
    1,
  ) as [Exported]
  const [part] = all.parts(1) as [ReturnType<Exported["parts"]>[0]]
  const claim = { ...part.claims[0]!, start: 3, end: text.length, label: "disputed" as const }
  const head = { ...all.head, documents: all.head.documents.slice(0, 1) }
  const parts = () => [{ ...part, text, first: true, last: true, claims: [claim] }]
  const files = await unzipped({ head, parts })
  expect(files[2]![1]).toBe("😊 one \ntwo\nthree\nfour\tfive\n\n")
  expect(files[3]![1].split("\n")[0]).toBe("T1\tDisputed 2 6;7 10;11 16;17 26\tone  two three four\tfive")
})
