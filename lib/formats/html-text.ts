import { type DefaultTreeAdapterTypes, parse } from "parse5"

type Node = DefaultTreeAdapterTypes.Node

const dropped = new Set(["script", "style", "head", "template", "noscript", "iframe", "object", "svg"])
const paragraphs = new Set("p h1 h2 h3 h4 h5 h6 blockquote ul ol dl table pre figure".split(" "))
const blocks = new Set(
  "address article aside body caption dd details dialog div dt fieldset figcaption footer form header hr li main nav section summary tr".split(
    " ",
  ),
)

/**
 * The text of an HTML page as a reader sees it: what is never shown is dropped, blocks become lines, paragraphs are
 * parted by an empty line, cells by tabs, entities are decoded. Nothing in the page is executed or fetched.
 */
export function htmlText(html: string): string {
  const page = new Page()
  // A stack of our own, since a page may be nested deeper than the call stack.
  const waiting: { node: Node; pre: boolean; left?: true }[] = [
    { node: parse(html, { scriptingEnabled: false }), pre: false },
  ]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, pre, left } = next
    const name = node.nodeName
    if (name === "#text") page.write((node as DefaultTreeAdapterTypes.TextNode).value, pre)
    if (dropped.has(name)) continue
    if (paragraphs.has(name)) page.edge(2)
    else if (blocks.has(name)) page.edge(1)
    if (left && (name === "td" || name === "th")) page.cell()
    if (left && name === "br") page.line()
    if (left || !("childNodes" in node)) continue
    waiting.push({ node, pre, left: true })
    for (let at = node.childNodes.length - 1; at >= 0; at--)
      waiting.push({ node: node.childNodes[at]!, pre: pre || name === "pre" })
  }
  return page.text()
}

/** What was written so far, and the breaks that come before the next words, if any come. */
class Page {
  private readonly out: string[] = []
  private breaks = 0
  private tabs = 0
  private spaced = true

  write(value: string, pre: boolean): void {
    let words = pre ? value : value.replaceAll(/[ \t\n\r\f]+/g, " ")
    if (!pre && words.startsWith(" ") && (this.spaced || this.breaks > 0 || this.tabs > 0)) words = words.slice(1)
    if (words === "") return
    if (this.out.length > 0) this.out.push("\n".repeat(Math.min(this.breaks, 2)))
    this.out.push("\t".repeat(this.tabs), words)
    this.breaks = 0
    this.tabs = 0
    this.spaced = words.endsWith(" ")
  }

  /** A block begins or ends: at least so many line breaks come before the next words. */
  edge(breaks: number): void {
    this.breaks = Math.max(this.breaks, breaks)
    this.tabs = 0
  }

  line(): void {
    this.breaks++
    this.tabs = 0
  }

  cell(): void {
    this.tabs++
  }

  text(): string {
    return this.out
      .join("")
      .split("\n")
      .map(withoutTail)
      .join("\n")
      .replaceAll(/\n{3,}/g, "\n\n")
      .trim()
  }
}

// A regular expression would look at every run of spaces from each of its places.
function withoutTail(line: string): string {
  let end = line.length
  while (end > 0 && (line[end - 1] === " " || line[end - 1] === "\t")) end--
  return line.slice(0, end)
}
