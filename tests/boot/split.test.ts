import { spawn } from "node:child_process"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"

const script = new URL("../../lib/boot/split.js", import.meta.url).pathname
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "split-"))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

interface Run {
  code: number | null
  out: string
  err: string
}

/** Runs the command with these arguments and this standard input; `stopAfter` closes its output after a first chunk. */
function split(args: string[], input: string | Buffer = "", stopAfterFirst = false): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args])
    const run: Run = { code: null, out: "", err: "" }
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      run.out += chunk
      if (stopAfterFirst) child.stdout.destroy()
    })
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      run.err += chunk
    })
    child.on("error", reject)
    child.on("close", code => resolve({ ...run, code }))
    child.stdin.on("error", () => {})
    child.stdin.end(input)
  })
}

const text = "The clerk left.  Кто это? 👩‍🚀 was here.\n"

function unitsOf(out: string): { start: number; end: number; text: string; kind: string; dates: unknown[] }[] {
  return out
    .trimEnd()
    .split("\n")
    .map(line => JSON.parse(line))
}

async function file(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

describe("prints units as lines of JSON", () => {
  test("of a file, with positions in UTF-16 code units", async () => {
    const { code, out, err } = await split([await file("a.txt", text)])
    expect({ code, err }).toEqual({ code: 0, err: "" })
    const units = unitsOf(out)
    expect(units.map(unit => unit.text)).toEqual(["The clerk left.", "Кто это?", "👩‍🚀 was here."])
    expect(units.map(unit => unit.kind)).toEqual(["claim", "question", "claim"])
    for (const unit of units) {
      expect(Object.keys(unit)).toEqual([
        "start",
        "end",
        "text",
        "kind",
        "rules",
        "hedged",
        "hedges",
        "attributedTo",
        "attribution",
        "dates",
        "duplicateOf",
        "clauses",
      ])
      expect(text.slice(unit.start, unit.end)).toBe(unit.text)
    }
  })
  test("with what is uncertain, whose word it is, when it was, what it repeats", async () => {
    const told = "Orlova recalled that the mill closed in 1931. It must have burned. It must have burned."
    const { out } = await split(["--lang", "en", "-"], told)
    const [said, burned, again] = unitsOf(out)
    expect(said).toMatchObject({ hedged: false, attributedTo: "Orlova", duplicateOf: null })
    expect(said?.dates).toEqual([{ start: 40, end: 44, text: "1931", rule: "date-year", strength: 2, reading: "1931" }])
    expect(burned).toMatchObject({ start: 46, hedged: true, attributedTo: null, attribution: null, duplicateOf: null })
    expect(again).toMatchObject({ hedged: true, duplicateOf: 46 })
  })
  test("of standard input, named by a dash or by nothing", async () => {
    const [dash, nothing] = await Promise.all([split(["-"], text), split([], text)])
    expect(unitsOf(dash.out)).toHaveLength(3)
    expect(nothing).toEqual(dash)
  })
  test("of a text in UTF-16 with its byte order mark", async () => {
    const { out } = await split([await file("b.txt", Buffer.from(`\ufeff${text}`, "utf16le"))])
    expect(unitsOf(out)[1]?.text).toBe("Кто это?")
  })
  test("of nothing, which are none", async () => {
    expect(await split([], "")).toEqual({ code: 0, out: "", err: "" })
  })
})

describe("says in one sentence what is wrong and exits with 1", () => {
  test.each([
    ["a file that is not there", () => [join(folder, "none.txt")], "", /no file .*none\.txt/],
    ["a folder", () => [folder], "", /is a folder/],
    ["bytes that are no UTF-8", () => [], Buffer.from([0x61, 0xff, 0xe1]), /not valid UTF-8/],
    ["binary data", () => ["-"], "a\0b", /binary/],
    ["a language that the splitter doesn't know", () => ["--lang", "de", "-"], "", /English \(en\) and Russian/],
    ["an unknown option", () => ["--fast"], "", /^Use: /],
    ["two files", () => ["a", "b"], "", /one file/],
  ] as const)("%s", async (_, args, input, sentence) => {
    const { code, out, err } = await split([...args()], input)
    expect(code).toBe(1)
    expect(out).toBe("")
    expect(err).toMatch(sentence)
    expect(err).toMatch(/^[^\n]+[.\]]\n$/)
  })
})

test("a reader that stops early ends it without complaint", async () => {
  const { code, err } = await split([await file("long.txt", "The clerk left. ".repeat(60_000))], "", true)
  expect({ code, err }).toEqual({ code: 0, err: "" })
}, 20_000)
