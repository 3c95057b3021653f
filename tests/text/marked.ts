import { expect, test } from "vitest"
import { splitText } from "../../lib/text/split-text.ts"

/** The text with its boundaries marked: a bar stands where one unit ends and the next begins. */
export function marked(text: string): string {
  return splitText(text)
    .map(unit => text.slice(unit.start, unit.end))
    .join("|")
}

/** Checks examples written with a bar at each boundary; `~` after a bar means that no space stands there. */
export function holds(examples: readonly string[]) {
  test.each(examples)("%s", example => {
    const text = example.replaceAll("|~", "").replaceAll("|", " ")
    expect(marked(text)).toBe(example.replaceAll("|~", "|"))
  })
}
