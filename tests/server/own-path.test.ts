import fc from "fast-check"
import { expect, test } from "vitest"
import { ownPath } from "../../lib/server/own-path.ts"

test.each([
  ["/projects/1?tab=flags#f2", "/projects/1?tab=flags#f2"],
  ["/account", "/account"],
])("%s is followed", (asked, path) => {
  expect(ownPath(asked)).toBe(path)
})

test.each([
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/..//evil.example",
  "javascript:alert(1)",
  "account",
  "",
  undefined,
  ["/account"],
])("%j leads to the projects", asked => {
  expect(ownPath(asked)).toBe("/projects")
})

test("whatever was asked for, the way stays on this origin", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map(rest => `/${rest}`),
      ),
      asked => {
        expect(new URL(ownPath(asked), "https://here.example").origin).toBe("https://here.example")
      },
    ),
  )
})
