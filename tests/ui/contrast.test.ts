import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"

type Tokens = Record<string, string>

const css = readFileSync(new URL("../../app/colours.css", import.meta.url), "utf8")
const root = css.slice(css.indexOf("\n:root {"), css.indexOf("\n@theme inline {"))
const light = tokensOf(root.slice(0, root.indexOf("@variant")))
const themes: Record<string, Tokens> = { light }
for (const [, name, body] of root.matchAll(/@variant ([\w-]+) \{([^}]*)\}/g)) themes[name!] = tokensOf(body!)

const surfaces = ["paper", "sheet", "wash"]
const hues = ["accent", "documented", "disputed", "speculative", "contested", "danger"]
const words: [string, string][] = [
  ...["ink", "soft", "faint", ...hues].flatMap(text => surfaces.map((under): [string, string] => [text, under])),
  ...["ink", "soft"].flatMap(text => hues.map((hue): [string, string] => [text, `${hue}-wash`])),
  ...hues.map((hue): [string, string] => [hue, `${hue}-wash`]),
  ["on-accent", "accent"],
  ["on-danger", "danger"],
  ["paper", "ink"],
]
const lines: [string, string][] = ["line", "open", "focus", ...hues].flatMap(mark =>
  surfaces.map((under): [string, string] => [mark, under]),
)

describe.each(Object.keys(themes))("the %s theme", name => {
  const theme = themes[name]!
  test("names every colour itself", () => {
    expect(Object.keys(theme)).toEqual(Object.keys(light))
  })
  test.each(words)("%s can be read on %s", (text, under) => {
    expect(contrast(theme[text]!, theme[under]!)).toBeGreaterThanOrEqual(4.5)
  })
  test.each(lines)("%s can be seen on %s", (mark, under) => {
    expect(contrast(theme[mark]!, theme[under]!)).toBeGreaterThanOrEqual(3)
  })
})

test.each(["contrast", "contrast-dark"])("the %s theme keeps 7 to 1 for all text", name => {
  const theme = themes[name]!
  for (const [text, under] of words) expect(contrast(theme[text]!, theme[under]!)).toBeGreaterThanOrEqual(7)
})

test("there are four sets of colours", () => {
  expect(Object.keys(themes)).toEqual(["light", "dark", "contrast", "contrast-dark"])
})

test("every colour of the utilities is one of the tokens", () => {
  const used = [...css.matchAll(/--color-[\w-]+: var\(--([\w-]+)\)/g)].map(match => match[1]!)
  expect(used.filter(token => !(token in light))).toEqual([])
})

test("the measure is the one of the standard", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21)
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2)
})

function tokensOf(body: string): Tokens {
  return Object.fromEntries([...body.matchAll(/--([\w-]+): ([^;]+);/g)].map(match => [match[1]!, match[2]!]))
}

/** The contrast ratio of WCAG 2.2 between two colours like #1a2b3c. */
function contrast(one: string, other: string): number {
  const [bright, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (bright! + 0.05) / (dark! + 0.05)
}

function luminance(hex: string): number {
  if (!/^#[0-9a-f]{6}$/.test(hex)) throw new Error(`not a plain colour: ${hex}`)
  const [red, green, blue] = [1, 3, 5].map(at => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}
