import { expect, test } from "vitest"
import { noticePath } from "../../lib/domain/notice-sentence.ts"
import { passagePath } from "../../lib/domain/passage-path.ts"

test.each([
  ["a passage", { unitId: "u", start: 7, behind: null }, "/documents/d?unit=u"],
  ["a place without one", { unitId: null, start: 7, behind: null }, "/documents/d?at=7"],
  ["the text's first place", { unitId: null, start: 0, behind: null }, "/documents/d?at=0"],
  ["a document", { unitId: null, start: null, behind: null }, "/documents/d"],
  ["a passage that the text lost", { unitId: "u", start: 7, behind: 1 }, "/documents/d/versions/lost#u"],
  ["what cannot be placed any more", { unitId: null, start: 7, behind: 2 }, "/documents/d/versions/2"],
  ["a flag that the text lost", { unitId: null, start: 7, behind: 1, lostId: "f" }, "/documents/d/versions/lost#f"],
])("%s has the address of where it can be read", (_what, place, path) => {
  expect(passagePath({ documentId: "d", ...place })).toBe(path)
})

const about = { projectId: "p", documentId: "d", unitId: "u", start: 7, flagId: null, sourceId: null, threadId: "t" }

test("a notice of a claim that the text lost leads to where it is placed, not to where it would be decided", () => {
  const stands = { ...about, kind: "decided", behind: null, lostId: null } as const
  expect(noticePath(stands)).toBe("/projects/p/contested/u#thread-t")
  expect(noticePath({ ...stands, behind: 1, lostId: "u" })).toBe("/projects/p/documents/d/versions/lost#u")
  expect(noticePath({ ...stands, kind: "mentioned" })).toBe("/projects/p/documents/d?unit=u#thread-t")
})
