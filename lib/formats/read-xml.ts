import { SaxesParser } from "saxes"
import type { MarkupNode } from "./markup.ts"

/** An element within so many others at most: more is no document but a trap. */
const deepest = 1_000
/** The entities that documents on the web use without declaring them in a place that is ever read. */
const named = { nbsp: "\u00A0", shy: "\u00AD", mdash: "—", ndash: "–", laquo: "«", raquo: "»", hellip: "…" }

interface Open {
  readonly nodeName: string
  readonly attrs: readonly { name: string; value: string }[]
  readonly childNodes: MarkupNode[]
}

/**
 * An XML document as a tree in which words and elements keep their order, or null when it is not well formed. Nothing is
 * fetched, and entities that the document declares itself are not known, so that none can be built up into many.
 */
export function readXml(xml: string): MarkupNode | null {
  const parser = new SaxesParser({ xmlns: false, position: false })
  Object.assign(parser.ENTITIES, named)
  const root: Open = { nodeName: "#document", attrs: [], childNodes: [] }
  const open: Open[] = [root]
  let broken = false
  parser.on("error", () => {
    broken = true
  })
  parser.on("opentag", ({ name, attributes }) => {
    if (broken) return
    const attrs = Object.entries(attributes).map(([name, value]) => ({ name, value: String(value) }))
    const node: Open = { nodeName: name, attrs, childNodes: [] }
    open.at(-1)!.childNodes.push(node)
    open.push(node)
    if (open.length > deepest) broken = true
  })
  parser.on("closetag", () => {
    if (open.length > 1) open.pop()
  })
  const words = (value: string) => {
    if (!broken) open.at(-1)!.childNodes.push({ nodeName: "#text", value })
  }
  parser.on("text", words)
  parser.on("cdata", words)
  for (let at = 0; at < xml.length && !broken; at += slice) parser.write(xml.slice(at, at + slice))
  if (!broken) parser.close()
  return broken ? null : root
}

/** Characters that are read before it is asked again whether anything is wrong. */
const slice = 65_536

/** A name without the prefix of its namespace. */
export const localName = (name: string): string => name.slice(name.indexOf(":") + 1)
