import { emptyRationale, type RationaleNode } from "../../../../../../lib/domain/rationale.ts"
import { mergeTokens } from "../../../../../_ui/merge-tokens.ts"
import { wordsOf } from "../../../../../_ui/words-of.ts"

/**
 * Merges two versions of a rationale word by word, with their formatting and citations; quotations and lists are changed
 * as wholes. Where both changed the same place, theirs stands before mine.
 */
export function mergeRationales(
  base: RationaleNode | null,
  theirs: RationaleNode | null,
  mine: RationaleNode | null,
): { readonly value: RationaleNode; readonly clash: boolean } {
  const [was, their, my] = [base, theirs, mine].map(doc => tokensOf(doc ?? emptyRationale))
  const { tokens, clash } = mergeTokens(was ?? [], their ?? [], my ?? [], parted)
  return { value: docOf(tokens), clash }
}

/** Stands between two blocks. */
const parting = "¶"

/** A word with its marks, a chip, a break, or a whole quotation or list, each as JSON; and what parts the blocks. */
const tokensOf = (doc: RationaleNode): string[] =>
  (doc.content ?? []).flatMap((block, at) => [
    ...(at > 0 ? [parting] : []),
    ...(block.type === "paragraph" ? (block.content ?? []).flatMap(inline) : [JSON.stringify(block)]),
  ])

const inline = (node: RationaleNode): string[] =>
  node.type === "text"
    ? wordsOf(node.text ?? "").map(text => JSON.stringify({ ...node, text }))
    : [JSON.stringify(node)]

const parted = (last: string, first: string): readonly string[] =>
  isInline(last) && isInline(first) ? [JSON.stringify({ type: "text", text: " " })] : [parting]

const isInline = (token: string) => token !== parting && !isBlock(JSON.parse(token) as RationaleNode)
const isBlock = ({ type }: RationaleNode) => type !== "text" && type !== "citation" && type !== "hardBreak"

function docOf(tokens: readonly string[]): RationaleNode {
  const blocks: RationaleNode[] = []
  let line: RationaleNode[] = []
  let begun = true
  const close = () => {
    if (begun) blocks.push({ type: "paragraph", ...(line.length > 0 && { content: joined(line) }) })
    line = []
    begun = false
  }
  for (const token of tokens) {
    if (token === parting) {
      close()
      begun = true
      continue
    }
    const node = JSON.parse(token) as RationaleNode
    if (isBlock(node)) {
      begun &&= line.length > 0
      close()
      blocks.push(node)
    } else {
      line.push(node)
      begun = true
    }
  }
  close()
  return { type: "doc", content: blocks }
}

/** Words with the same marks stand in one text again. */
function joined(nodes: readonly RationaleNode[]): readonly RationaleNode[] {
  const made: RationaleNode[] = []
  for (const node of nodes) {
    const last = made.at(-1)
    if (last?.type === "text" && node.type === "text" && JSON.stringify(last.marks) === JSON.stringify(node.marks))
      made[made.length - 1] = { ...last, text: `${last.text ?? ""}${node.text ?? ""}` }
    else made.push(node)
  }
  return made
}
