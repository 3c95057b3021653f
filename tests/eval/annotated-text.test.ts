import { expect, test } from "vitest"
import { splitUnits } from "../../lib/text/split-unit.ts"
import { readAnnotated } from "./annotated-text.ts"
import { f1, isSameSource, scoreAnnotated } from "./score-annotated.ts"

const file = `// title: The mill
// lang: en
boilerplate | INTERVIEWER:
question | Do you remember the winter of 1931?⏎
claim; hedged; by=Ann Lee; id=mill | Ann Lee said that the mill must have closed, ¦and the fami-⏎lies left.⊕
claim; dup=mill | It closed.⏎⏎
opinion | It was a fine mill.`

test("an annotated text is rebuilt with its line breaks, glue and positions", () => {
  const { title, language, text, units } = readAnnotated(file)
  expect({ title, language }).toEqual({ title: "The mill", language: "en" })
  expect(text).toBe(
    "INTERVIEWER: Do you remember the winter of 1931?\nAnn Lee said that the mill must have closed, and the fami-\nlies left.It closed.\n\nIt was a fine mill.",
  )
  expect(units.map(unit => text.slice(unit.start, unit.end))).toEqual([
    "INTERVIEWER:",
    "Do you remember the winter of 1931?",
    "Ann Lee said that the mill must have closed, and the fami-\nlies left.",
    "It closed.",
    "It was a fine mill.",
  ])
  expect(units[2]).toMatchObject({ kind: "claim", hedged: true, attributedTo: "Ann Lee", duplicateOf: null })
  expect(units[2]?.clauseStarts.map(at => text.slice(at, at + 7))).toEqual(["and the"])
  expect(units[3]?.duplicateOf).toBe(units[2]?.start)
})

test("a line that is not of the form is named", () => {
  expect(() => readAnnotated("claim | One.\nrumour | Two.")).toThrow(/Line 2/)
  expect(() => readAnnotated("claim; dup=a | One.")).toThrow(/unknown a/)
})

test("a text split as annotated scores in full, and each departure costs", () => {
  const annotated = readAnnotated("claim | The mill closed.\nclaim | Nobody knew why.\nquestion | Who set the fire?")
  const found = splitUnits(annotated.text)
  const full = scoreAnnotated(annotated, found)
  expect(full.differences).toEqual([])
  expect(f1(full.boundaries)).toBe(100)
  expect(full.kinds).toEqual({ right: 3, of: 3 })
  const [first, second, third] = found as [(typeof found)[0], (typeof found)[0], (typeof found)[0]]
  const joined = scoreAnnotated(annotated, [
    { ...first, end: second.end },
    { ...third, kind: "claim", hedged: true },
  ])
  expect(joined.boundaries).toEqual({ right: 1, extra: 0, missed: 1 })
  expect(joined.kinds).toEqual({ right: 2, of: 3 })
  expect(joined.hedges).toEqual({ right: 0, extra: 1, missed: 0 })
  expect(joined.differences).toHaveLength(3)
})

test("a wrong source counts as found wrongly and as missed", () => {
  const annotated = readAnnotated("claim; by=Ann Lee | Ann Lee said that the mill closed.")
  const [unit] = splitUnits(annotated.text)
  const cue = { kind: "attribution", rule: "reporting-verb", strength: 2, start: 0, end: 12 } as const
  const score = (source: string) =>
    scoreAnnotated(annotated, [{ ...unit!, attribution: cue, attributedTo: source }]).attributions
  expect(score("Ann Lee")).toEqual({ right: 1, extra: 0, missed: 0 })
  expect(score("the mill")).toEqual({ right: 0, extra: 1, missed: 1 })
})

test("sources are the same but for case, article and possessive", () => {
  expect(isSameSource("The inspector", "inspector")).toBe(true)
  expect(isSameSource("Lee's", "Lee")).toBe(true)
  expect(isSameSource("he", "the")).toBe(false)
  expect(isSameSource("Lee", "Ray")).toBe(false)
})
