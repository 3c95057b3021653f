import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { mergeRationales } from "../../app/projects/[projectId]/documents/[documentId]/_room/merge-rationales.ts"
import { plainRationale, type RationaleNode, rationaleText, readRationale } from "../../lib/domain/rationale.ts"

const word = fc.constantFrom("он ", "был", "shot ", "in", " ", ".", "1937")
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map(all => all.join(""))
const inline: fc.Arbitrary<RationaleNode> = fc.oneof(
  words.map(text => ({ type: "text", text })),
  words.map(text => ({ type: "text", text, marks: [{ type: "bold" as const }] })),
  fc.constant({ type: "citation", attrs: { citationId: "5a3b1c00-0000-4000-8000-000000000001" } }),
  fc.constant({ type: "hardBreak" }),
)
const look = (node: RationaleNode | undefined) => `${node?.type} ${JSON.stringify(node?.marks)}`
/** Text beside text of the same look would be one text in an editor. */
const unlike = (nodes: readonly RationaleNode[]) =>
  nodes.filter((node, at) => node.type !== "text" || look(node) !== look(nodes[at - 1]))
const paragraph: fc.Arbitrary<RationaleNode> = fc
  .array(inline, { maxLength: 4 })
  .map(nodes => ({ type: "paragraph", ...(nodes.length > 0 && { content: unlike(nodes) }) }))
const block: fc.Arbitrary<RationaleNode> = fc.oneof(
  paragraph,
  paragraph.map(inner => ({ type: "blockquote", content: [inner] })),
  paragraph.map(inner => ({ type: "bulletList", content: [{ type: "listItem", content: [inner] }] })),
)
const rationale: fc.Arbitrary<RationaleNode> = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map(content => ({ type: "doc", content }))

describe("two versions of a rationale in one", () => {
  test("are what only one side changed, and the same change once", () => {
    fc.assert(
      fc.property(rationale, rationale, (base, changed) => {
        expect(mergeRationales(base, base, changed)).toEqual({ value: changed, clash: false })
        expect(mergeRationales(base, changed, base)).toEqual({ value: changed, clash: false })
        expect(mergeRationales(base, changed, changed)).toEqual({ value: changed, clash: false })
      }),
    )
  })
  test("can always be stored", () => {
    fc.assert(
      fc.property(rationale, rationale, rationale, (base, theirs, mine) => {
        expect(readRationale(mergeRationales(base, theirs, mine).value).ok).toBe(true)
      }),
    )
  })
  test("hold what both wrote, with its formatting", () => {
    const paragraphOf = (content: RationaleNode["content"]) => ({ type: "paragraph", ...(content && { content }) })
    const bold = paragraphOf([
      { type: "text", text: "The " },
      { type: "text", text: "register", marks: [{ type: "bold" }] },
      { type: "text", text: " says May." },
    ])
    const base = plainRationale("The register says May.")
    const mine = plainRationale("The register says May.\nNot so.")
    expect(mergeRationales(base, { type: "doc", content: [bold] }, mine)).toEqual({
      value: { type: "doc", content: [bold, paragraphOf([{ type: "text", text: "Not so." }])] },
      clash: false,
    })
    const both = mergeRationales(null, plainRationale("Theirs."), plainRationale("Mine."))
    expect(rationaleText(both.value)).toBe("Theirs. Mine.")
  })
})
