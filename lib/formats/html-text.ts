import { type DefaultTreeAdapterTypes, parse } from "parse5"

type Node = DefaultTreeAdapterTypes.Node

const dropped = new Set(["script", "style", "head", "template", "noscript", "iframe", "object", "svg"])
const paragraphs = new Set([
  "p",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "blockquote",
  "ul",
  "ol",
  "dl",
  "table",
  "pre",
  "figure",
])
const blocks = new Set(
  "address article aside body caption dd details dialog div dt fieldset figcaption footer form header hr li main nav section summary tr".split(
    " ",
  ),
)

/**
 * The text of an HTML page as a reader sees it: what is never shown is dropped, blocks become lines, paragraphs are
 * parted by an empty line, entities are decoded. Nothing in the page is executed or fetched.
 */
export function htmlText(html: string): string {
  const out: string[] = []
  // A stack of our own, since a page may be nested deeper than the call stack.
  const waiting: { node?: Node; text?: string; pre: boolean }[] = [
    { node: parse(html, { scriptingEnabled: false }), pre: false },
  ]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, pre } = next
    if (next.text !== undefined) out.push(next.text)
    if (!node) continue
    if (node.nodeName === "#text") {
      const { value } = node as DefaultTreeAdapterTypes.TextNode
      out.push(pre ? value : value.replaceAll(/[ \t\n\r\f]+/g, " "))
      continue
    }
    if (dropped.has(node.nodeName)) continue
    if (node.nodeName === "br") out.push("\n")
    const edge = paragraphs.has(node.nodeName) ? "\n\n" : blocks.has(node.nodeName) ? "\n" : cell(node.nodeName)
    if (edge) {
      if (edge !== "\t") out.push(edge)
      waiting.push({ text: edge, pre })
    }
    const children = "childNodes" in node ? node.childNodes : []
    for (let at = children.length - 1; at >= 0; at--)
      waiting.push({ node: children[at]!, pre: pre || node.nodeName === "pre" })
  }
  return out
    .join("")
    .replaceAll(/[ \t]+\n/g, "\n")
    .replaceAll(/\n {1}(?! )/g, "\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim()
}

const cell = (name: string) => (name === "td" || name === "th" ? "\t" : "")
