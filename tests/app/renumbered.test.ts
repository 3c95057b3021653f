import { expect, test } from "vitest"
import { renumbered } from "../../app/projects/[projectId]/sources/import/_components/renumbered.ts"

const refusal = (path: string, message: string) => ({
  code: "invalid",
  sentence: "Something is wrong.",
  issues: [{ path, message }],
})

test.each([
  ["entries.1.csl.title", "Entry 2: Give the source a title.", "7", "Entry 7: Give the source a title."],
  ["entries.0.", "Entry 1: Odd.", "3", "Entry 3: Odd."],
  ["entries", "Choose at least one source.", "entries", "Choose at least one source."],
  ["entries.9.csl", "Entry 10: Odd.", "entries.9.csl", "Entry 10: Odd."],
])("an issue of %s is told of the entry that the person sees", (path, message, number, words) => {
  expect(renumbered(refusal(path, message), [3, 7]).issues).toEqual([{ path: number, message: words }])
})

test("a refusal of no entry stays as it is", () => {
  const failure = { code: "offline", sentence: "The server can't be reached." }
  expect(renumbered(failure, [1])).toEqual(failure)
})
