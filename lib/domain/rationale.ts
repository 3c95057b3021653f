import { fail, ok, type Result } from "./failure.ts"

/** Limits of a rationale: characters of text, nodes and depth of nesting. */
export const rationaleLimits = { text: 20_000, nodes: 2_000, depth: 8 } as const

export interface RationaleMark {
  readonly type: "bold" | "italic" | "link"
  readonly attrs?: { readonly href: string }
}

/** A node of the editor's JSON, in the only shapes that we store. */
export interface RationaleNode {
  readonly type: string
  readonly attrs?: { readonly start?: number; readonly citationId?: string }
  readonly content?: readonly RationaleNode[]
  readonly text?: string
  readonly marks?: readonly RationaleMark[]
}

export const emptyRationale: RationaleNode = { type: "doc", content: [{ type: "paragraph" }] }

/** A rationale of plain paragraphs, one a line. */
export const plainRationale = (text: string): RationaleNode => ({
  type: "doc",
  content: text
    .split("\n")
    .map(line => ({ type: "paragraph", ...(line && { content: [{ type: "text", text: line }] }) })),
})

const blocks = ["paragraph", "blockquote", "bulletList", "orderedList"]
const inside: Record<string, readonly string[]> = {
  doc: blocks,
  blockquote: blocks,
  bulletList: ["listItem"],
  orderedList: ["listItem"],
  listItem: blocks,
  paragraph: ["text", "hardBreak", "citation"],
}
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether an address may stand in a link: http, https or mailto, written out in full. */
export const linkAllowed = (href: string): boolean =>
  /^(https?:\/\/[^\s/]|mailto:[^\s@]+@)/i.test(href) && href.length <= 2_000

/**
 * Read editor JSON that came from outside. Only the nodes, marks and keys of our own schema pass, and the answer
 * is a fresh copy made of nothing else; anything unknown is refused rather than dropped, so that no words vanish.
 */
export function readRationale(json: unknown): Result<RationaleNode> {
  const budget = { text: rationaleLimits.text, nodes: rationaleLimits.nodes }
  try {
    return ok(readNode(json, ["doc"], 0, budget))
  } catch (trouble) {
    if (trouble instanceof Malformed) return fail({ code: "rationale-malformed", why: trouble.message })
    throw trouble
  }
}

class Malformed extends Error {}

function readNode(
  json: unknown,
  allowed: readonly string[],
  depth: number,
  budget: { text: number; nodes: number },
): RationaleNode {
  const node = record(json, ["type", "attrs", "content", "text", "marks"])
  const type = node["type"]
  if (typeof type !== "string" || !allowed.includes(type))
    throw new Malformed(`an unknown part “${String(type).slice(0, 30)}”`)
  if (depth > rationaleLimits.depth) throw new Malformed("it is nested too deeply")
  if (--budget.nodes < 0) throw new Malformed("it has too many parts")
  if (type === "text") return readText(node, budget)
  if (node["text"] !== undefined || node["marks"] !== undefined) throw new Malformed("text in the wrong place")
  const attrs = readAttrs(type, node["attrs"])
  if (type === "hardBreak" || type === "citation") {
    if (node["content"] !== undefined) throw new Malformed("content in the wrong place")
    return { type, ...attrs }
  }
  const content = node["content"] ?? []
  if (!Array.isArray(content)) throw new Malformed("a list was expected")
  if (content.length === 0 && type !== "paragraph") throw new Malformed("an empty part")
  const children = content.map(child => readNode(child, inside[type] ?? [], depth + 1, budget))
  return { type, ...attrs, ...(children.length > 0 && { content: children }) }
}

function readText(node: Record<string, unknown>, budget: { text: number }): RationaleNode {
  const text = node["text"]
  if (typeof text !== "string" || text === "") throw new Malformed("an empty text")
  if (!text.isWellFormed() || text.includes("\0")) throw new Malformed("a broken character")
  budget.text -= text.length
  if (budget.text < 0) throw new Malformed(`it is longer than ${rationaleLimits.text} characters`)
  const marks = node["marks"] ?? []
  if (!Array.isArray(marks) || marks.length > 3) throw new Malformed("a list of marks was expected")
  const read = marks.map(readMark)
  if (new Set(read.map(mark => mark.type)).size < read.length) throw new Malformed("a mark given twice")
  return { type: "text", text, ...(read.length > 0 && { marks: read }) }
}

function readMark(json: unknown): RationaleMark {
  const mark = record(json, ["type", "attrs"])
  const type = mark["type"]
  if (type === "bold" || type === "italic") {
    if (mark["attrs"] !== undefined && Object.keys(record(mark["attrs"], [])).length > 0)
      throw new Malformed("an unknown attribute")
    return { type }
  }
  if (type !== "link") throw new Malformed(`an unknown mark “${String(type).slice(0, 30)}”`)
  const href = record(mark["attrs"], ["href"])["href"]
  if (typeof href !== "string" || !linkAllowed(href)) throw new Malformed("a link that is not http, https or mailto")
  return { type, attrs: { href } }
}

function readAttrs(type: string, json: unknown): { attrs?: { start?: number; citationId?: string } } {
  if (type === "orderedList") {
    const attrs = json === undefined ? {} : record(json, ["start", "type"])
    const start = attrs["start"] ?? 1
    if (typeof start !== "number" || !Number.isInteger(start) || start < 0 || start > 99_999)
      throw new Malformed("a list number")
    if (attrs["type"] !== undefined && attrs["type"] !== null) throw new Malformed("an unknown kind of list")
    return { attrs: { start } }
  }
  if (type === "citation") {
    const citationId = record(json, ["citationId"])["citationId"]
    if (typeof citationId !== "string" || !uuid.test(citationId)) throw new Malformed("a citation without its id")
    return { attrs: { citationId } }
  }
  if (json !== undefined && json !== null && Object.keys(record(json, [])).length > 0)
    throw new Malformed("an unknown attribute")
  return {}
}

function record(json: unknown, keys: readonly string[]): Record<string, unknown> {
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw new Malformed("an object was expected")
  const unknown = Object.keys(json).find(key => !keys.includes(key))
  if (unknown !== undefined) throw new Malformed(`an unknown key “${unknown.slice(0, 30)}”`)
  return json as Record<string, unknown>
}

/** The words of a rationale, blocks parted by line feeds; a citation chip stands as its number in order, "[1]". */
export function rationaleText(doc: RationaleNode): string {
  const seen: string[] = []
  const words = (node: RationaleNode): string => {
    if (node.type === "text") return node.text ?? ""
    if (node.type === "hardBreak") return "\n"
    if (node.type === "citation") {
      const id = node.attrs?.citationId ?? ""
      if (!seen.includes(id)) seen.push(id)
      return `[${seen.indexOf(id) + 1}]`
    }
    return (node.content ?? []).map(words).join(node.type === "paragraph" ? "" : "\n")
  }
  return words(doc).trim()
}
