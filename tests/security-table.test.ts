import { existsSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"

const root = new URL("..", import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), "utf8")

interface Line {
  readonly asked: readonly string[]
  readonly level: string
  readonly control: string
  readonly test: string
}

/** The rows of the table in tests/security.md. */
const lines: readonly Line[] = read("tests/security.md")
  .split("\n")
  .filter(line => /^\| \d/.test(line))
  .map(line => {
    const [asked = "", level = "", , control = "", test = ""] = line
      .split("|")
      .slice(1)
      .map(cell => cell.trim())
    return { asked: asked.replaceAll("*", "").split(" "), level, control, test }
  })

/** What of ASVS 5.0.0 applies here: all of levels 1 and 2, and of level 3 what Apparatus aims at. */
const applies = `
  1.2.1 1.2.2 1.2.10 1.3.1 1.3.6 1.3.12 1.5.1 2.3.3 2.3.4 2.4.1
  3.2.2 3.3.1 3.3.3 3.3.4 3.4.1 3.4.3 3.4.4 3.4.5 3.4.6 3.4.8 3.5.1 3.5.2 3.5.3 4.1.1
  5.1.1 5.2.1 5.2.2 5.2.3 5.2.4 5.3.2 5.4.1 5.4.2
  6.1.1 6.2.1 6.2.2 6.2.3 6.2.4 6.2.5 6.2.8 6.2.9 6.2.12 6.3.1 6.3.2 6.3.3 6.3.8 6.4.1 6.4.6 6.5.1 6.5.2 6.5.3 6.5.5
  7.1.1 7.2.3 7.2.4 7.3.1 7.3.2 7.4.1 7.4.2 7.4.3 7.4.5 7.5.1 7.5.2
  8.1.1 8.2.1 8.2.2 8.2.3 8.3.1 8.3.2 9.1.1 9.1.2 9.1.3 9.2.1 9.2.2 9.2.3 10.2.1 10.5.1 11.4.2
  13.2.2 13.2.4 13.2.5 13.4.1 13.4.2 13.4.4 13.4.5 14.2.1 14.3.1 14.3.2 14.3.3
  15.1.1 15.1.2 15.2.1 15.2.2 15.3.1 15.3.2 15.3.3 15.4.2
  16.2.1 16.2.2 16.2.5 16.3.1 16.3.2 16.3.3 16.4.1 16.4.2 16.5.1 16.5.2 16.5.3`
  .trim()
  .split(/\s+/)

const named = (cell: string) => [...cell.matchAll(/`((?:app|lib|prisma|tests)\/[^`]+|[\w.-]+\.(?:js|ts|json))`/g)]
const paths = (cell: string) => named(cell).map(([, path]) => path!)

/** Each test file that a cell names, with the names of tests that stand behind it. */
function testsIn(cell: string): readonly { readonly path: string; readonly names: readonly string[] }[] {
  return cell
    .split(/(?=`tests\/)/)
    .filter(part => part.startsWith("`tests/"))
    .map(part => ({ path: paths(part)[0]!, names: [...part.matchAll(/“([^”]+)”/g)].map(([, name]) => name!) }))
}

test("the table has every requirement that applies, once", () => {
  expect(lines.flatMap(({ asked }) => asked).sort()).toEqual([...applies].sort())
})

test.each(lines.map(line => [line.asked.join(" "), line] as const))("%s", (_, line) => {
  expect(line.level).toMatch(/^[1-3]([–/][1-3])?$/)
  const controls = paths(line.control)
  expect(controls.length).toBeGreaterThan(0)
  for (const path of controls) expect(existsSync(new URL(path, root)), path).toBe(true)
  const tests = testsIn(line.test)
  // What no test proves has to say so.
  if (tests.length === 0) expect(line.test).toMatch(/^(Not met|Partly): /)
  for (const { path, names } of tests) {
    expect(existsSync(new URL(path, root)), path).toBe(true)
    const text = read(path)
    for (const name of names) {
      const titles = [`"${name}"`, `'${name}'`, `\`${name}\``]
      expect(
        titles.some(title => text.includes(title)),
        `${path} has no test “${name}”`,
      ).toBe(true)
    }
  }
})
