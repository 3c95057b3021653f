import type { RationaleNode } from "../domain/rationale.ts"

/** Words with how they look, and the footnote whose mark follows them. */
export interface ReportRun {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly note?: number
}

/**
 * A rationale as runs, its blocks parted by line breaks. A citation that it names stands as the number of its
 * footnote, since the mark itself stands with the evidence. Links are followed by their address.
 */
export function rationaleParagraphs(doc: RationaleNode, notes: ReadonlyMap<string, number>): readonly ReportRun[] {
  const blocks: (readonly ReportRun[])[] = []
  const walk = (node: RationaleNode, before: string) => {
    if (node.type === "paragraph") {
      const runs = (node.content ?? []).flatMap(child => inline(child, notes))
      if (runs.some(({ text }) => text.trim() !== "")) blocks.push([...(before ? [{ text: before }] : []), ...runs])
      return
    }
    let number = node.attrs?.start ?? 1
    for (const child of node.content ?? []) {
      const mark = node.type === "bulletList" ? "– " : node.type === "orderedList" ? `(${number++}) ` : before
      walk(child, mark)
    }
  }
  walk(doc, "")
  return blocks.flatMap((runs, at) => (at === 0 ? runs : [{ text: "\n" }, ...runs]))
}

function inline(node: RationaleNode, notes: ReadonlyMap<string, number>): readonly ReportRun[] {
  if (node.type === "hardBreak") return [{ text: "\n" }]
  if (node.type === "citation") {
    const number = notes.get(node.attrs?.citationId ?? "")
    return [{ text: number === undefined ? "[a citation that no longer counts]" : `[note ${number}]` }]
  }
  const text = node.text ?? ""
  const bold = node.marks?.some(({ type }) => type === "bold")
  const italic = node.marks?.some(({ type }) => type === "italic")
  const href = node.marks?.find(({ type }) => type === "link")?.attrs?.href
  const run = { text, ...(bold && { bold }), ...(italic && { italic }) }
  return href === undefined || href === text ? [run] : [run, { text: ` (${href})` }]
}
