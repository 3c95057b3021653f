import fc from "fast-check"
import { expect, test } from "vitest"
import {
  commentPieces,
  type Mentionable,
  mentionBegun,
  mentionsIn,
  storedComment,
  toldApart,
  typedComment,
  withMentions,
} from "../../lib/domain/comment-text.ts"

const [ann, anna, li] = [
  { id: "00000000-0000-7000-8000-000000000001", name: "Ann" },
  { id: "00000000-0000-7000-8000-000000000002", name: "Ann Okafor" },
  { id: "00000000-0000-7000-8000-000000000003", name: "Ли" },
]
const people: readonly Mentionable[] = [ann!, anna!, li!]
const tokens = (...all: (typeof ann)[]) => all.map(one => `@[${one!.id}]`)

test.each([
  ["@Ann, see", `${tokens(ann)}, see`],
  ["(@Ann Okafor)", `(${tokens(anna)})`],
  ["@Annette and ann@Ann.example", "@Annette and ann@Ann.example"],
  ["@Ann@Ann", `${tokens(ann)}@Ann`],
  ["спроси @Ли.", `спроси ${tokens(li)}.`],
  ["@Лидия", "@Лидия"],
  ["@ Ann, @nobody", "@ Ann, @nobody"],
])("what is typed as %s is stored as %s, and typed again the same", (typed, stored) => {
  expect(storedComment(typed, people)).toBe(stored)
  expect(typedComment(stored, people)).toBe(typed)
})

test("pieces are the comment's words in order, links only to http and https without a password", () => {
  const text = `See https://example.org/a_(b), javascript:alert(1) and http://me:pw@example.org\n\n${tokens(ann)}!`
  const pieces = commentPieces(text)
  expect(pieces.filter(({ kind }) => kind === "link")).toEqual([{ kind: "link", address: "https://example.org/a_(b)" }])
  expect(pieces.at(-2)).toEqual({ kind: "mention", id: ann!.id })
})

const piece = fc.oneof(
  fc.string(),
  fc.constantFrom(...tokens(ann, anna, li), "https://example.org/?a=1.", "@", "@[", "]", " ", "\n", "http://", "<b>"),
)
const texts = fc.array(piece).map(all => all.join(""))
const wordsOf = (text: string) =>
  commentPieces(text)
    .map(one => (one.kind === "words" ? one.text : one.kind === "link" ? one.address : `@[${one.id}]`))
    .join("")

test("the pieces together are the comment", () => {
  fc.assert(
    fc.property(texts, text => {
      expect(wordsOf(text)).toBe(text)
    }),
  )
})

test("what was typed comes back for editing as it was typed, so that saving it again changes nothing", () => {
  const part = fc.oneof(fc.string(), fc.constantFrom("@Ann", "@Ann Okafor", "@Ли", "@", " ", ",", "ette", "\n"))
  const typing = fc.array(part).map(all => all.join(""))
  fc.assert(
    fc.property(typing, typed => {
      const stored = storedComment(typed, people)
      expect(typedComment(stored, people)).toBe(typed)
      expect(mentionsIn(stored).every(id => people.some(person => person.id === id))).toBe(true)
    }),
  )
})

test("ids change in mentions alone", () => {
  const there = new Map(people.map(({ id }, at) => [id, people[(at + 1) % people.length]!.id]))
  const back = new Map([...there].map(([a, b]) => [b, a]))
  fc.assert(
    fc.property(texts, text => {
      expect(
        withMentions(
          withMentions(text, id => there.get(id) ?? id),
          id => back.get(id) ?? id,
        ),
      ).toBe(text)
    }),
  )
})

test.each([
  ["ask @", 5, { at: 4, query: "" }],
  ["ask @Ann O and", 10, { at: 4, query: "Ann O" }],
  ["ask @Ann\nthen", 13, null],
  ["ann@example", 11, null],
  ["@ Ann", 5, null],
  ["no one", 6, null],
])("in %j at %i somebody is being mentioned: %j", (text, caret, begun) => {
  expect(mentionBegun(text, caret)).toEqual(begun)
})

test("people who share a name are told apart, whatever the names are", () => {
  const names = fc.array(fc.constantFrom("Ann", "Ann (2)", "Ann (3)", "Ben"), { maxLength: 8 })
  fc.assert(
    fc.property(names, list => {
      const apart = toldApart(list.map((name, at) => ({ id: String(at), name }))).map(({ name }) => name)
      expect(new Set(apart).size).toBe(list.length)
    }),
  )
  expect(toldApart([ann!, ann!]).map(({ name }) => name)).toEqual(["Ann", "Ann (2)"])
})
