import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type DiffPart, textDiff } from "../../app/_ui/text-diff.ts"

const joined = (parts: DiffPart[]) => parts.map(part => part.text).join("")
const shared = (parts: DiffPart[]) => joined(parts.filter(part => part.same))
const marked = (parts: DiffPart[]) => parts.map(part => (part.same ? part.text : `[${part.text}]`)).join("")
const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.array(fc.constantFrom("он ", "был ", "shot", " ", ".", "1937")).map(all => all.join("")),
)

describe("textDiff", () => {
  test("marks the words that differ and no others", () => {
    const { left, right } = textDiff("The only witness.", "The sole witness.")
    expect(marked(left)).toBe("The [only] witness.")
    expect(marked(right)).toBe("The [sole] witness.")
  })
  test("compares Russian words whole", () => {
    expect(marked(textDiff("он был арестован", "он был расстрелян").right)).toBe("он был [расстрелян]")
  })
  test("each side joined is its text", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const sides = textDiff(a, b)
        expect([joined(sides.left), joined(sides.right)]).toEqual([a, b])
      }),
    )
  })
  test("what is the same is the same on both sides", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const sides = textDiff(a, b)
        expect(shared(sides.left)).toBe(shared(sides.right))
      }),
    )
  })
  test("a text does not differ from itself", () => {
    fc.assert(
      fc.property(text, a => {
        expect(textDiff(a, a).left.filter(part => !part.same)).toEqual([])
      }),
    )
  })
})
