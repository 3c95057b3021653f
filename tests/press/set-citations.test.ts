import { performance } from "node:perf_hooks"
import { expect, test } from "vitest"
import type { StyleInUse } from "../../lib/domain/citation-setting.ts"
import { runsText } from "../../lib/domain/text-run.ts"
import { citationStyleXml } from "../../lib/formats/citation-styles.ts"
import { PressLane } from "../../lib/press/press-lane.ts"
import { setAlone, setCitations, setShort } from "../../lib/press/set-citations.ts"
import { setEntries } from "../../lib/press/set-entries.ts"

const styled = (style: keyof typeof citationStyleXml): StyleInUse => ({
  xml: citationStyleXml[style],
  locale: "en-GB",
  archives: "latin",
})
const chicago = styled("chicago")

const work = (id: string, family: string) => ({
  id,
  line: `${family}. Work ${id}.`,
  archive: null,
  csl: {
    type: "book",
    title: `Work ${id}`,
    author: [{ family, given: "Anna" }],
    issued: { "date-parts": [[1953]] },
    publisher: "Press",
  },
})
const [first, second] = [work("a", "Orlova"), work("b", "Berg")]
const file = {
  id: "c",
  line: "Report.",
  csl: { type: "document", title: "Report" },
  archive: { archive: "РГВА", fond: "33987", opis: "3", delo: "851" },
}
const page = (sourceId: string, locator: string) => ({ sourceId, locator, label: "page" as const })
const texts = <T>(set: { ok: true; value: T } | { ok: false }) => {
  if (!set.ok) throw new Error("It could not be set.")
  return set.value
}

test("each cite is a note in full, whatever was cited before it, and in the order that was asked", async () => {
  const cites = [page("b", "1"), page("a", "2"), page("b", "3"), page("b", "1")]
  const set = texts(await setAlone(chicago, [first, second], cites)).map(runsText)
  expect(set).toEqual([
    "Anna Berg, Work b (Press, 1953), 1.",
    "Anna Orlova, Work a (Press, 1953), 2.",
    "Anna Berg, Work b (Press, 1953), 3.",
    "Anna Berg, Work b (Press, 1953), 1.",
  ])
})

test("in a style that cites in the text, alike works are told apart as in the bibliography", async () => {
  const twins = [work("a", "Orlova"), work("b", "Orlova")]
  const set = texts(await setAlone(styled("apa"), twins, [page("b", "3"), page("a", "4")])).map(runsText)
  expect(set).toEqual(["(Orlova, 1953b, p. 3)", "(Orlova, 1953a, p. 4)"])
  const { works } = await setEntries(styled("apa"), twins)
  expect(works.map(({ runs }) => runsText(runs).slice(0, 21))).toEqual([
    "Orlova, A. (1953a). W",
    "Orlova, A. (1953b). W",
  ])
})

test("a short note names the work and the place, and never says ibid.", async () => {
  const cites = [page("a", "12"), page("a", "12"), { sourceId: "c", locator: "7", label: "folio" as const }]
  const set = texts(await setShort(chicago, [first, file], cites)).map(runsText)
  expect(set).toEqual(["Orlova, Work a, 12.", "Orlova, Work a, 12.", "RGVA, f. 33987, op. 3, d. 851, l. 7."])
  const gost = texts(await setShort(styled("gost"), [first], [page("a", "12"), page("a", "12")])).map(runsText)
  expect(gost[0]).not.toBe("")
  expect(gost[1]).toBe(gost[0])
})

test("a bibliography has every source once, archival ones apart", async () => {
  const { works, archival, trouble } = await setEntries(chicago, [first, second, file])
  expect(works.map(({ sourceId }) => sourceId)).toEqual(["b", "a"])
  expect(archival.map(({ runs }) => runsText(runs))).toEqual(["‘Report’, RGVA, f. 33987, op. 3, d. 851."])
  expect(trouble).toBeNull()
})

test("a style that breaks off leaves plain lines and says so, and the next one is set", async () => {
  const broken = { ...chicago, xml: "<style" }
  const { works, trouble } = await setEntries(broken, [first])
  expect(works.map(({ runs }) => runsText(runs))).toEqual([first.line])
  expect(trouble).toContain("Choose another style")
  expect((await setCitations(chicago, [second])).ok).toBe(true)
})

test("while citations are set, the server goes on", async () => {
  const many = Array.from({ length: 300 }, (_, at) => work(String(at), `Author${at}`))
  const set = setCitations(chicago, many)
  let longest = 0
  let before = performance.eventLoopUtilization()
  const clock = setInterval(() => {
    // How long this thread was at work, to which others on the machine add little.
    longest = Math.max(longest, performance.eventLoopUtilization(before).active)
    before = performance.eventLoopUtilization()
  }, 5)
  expect(texts(await set).bibliography).toHaveLength(300)
  clearInterval(clock)
  expect(longest).toBeLessThan(400)
})

test("what was set before is answered without setting it again", async () => {
  const [made, again] = [await setCitations(chicago, [first]), await setCitations(chicago, [first])]
  expect(texts(again)).toBe(texts(made))
})

test("a job over its time is given up with its thread, and those behind it are done", async () => {
  const lane = new PressLane()
  const many = Array.from({ length: 400 }, (_, at) => work(String(at), `Author${at}`))
  const order = { style: chicago.xml, locale: chicago.locale, archives: chicago.archives, notes: [] }
  const [late, next] = await Promise.all([
    lane.do("set", { ...order, sources: many }, 50),
    lane.do("set", { ...order, sources: [first] }, 20_000),
  ])
  expect(late).toBeNull()
  expect(next?.bibliography).toHaveLength(1)
})
