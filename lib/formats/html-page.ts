import { type DefaultTreeAdapterTypes, parse } from "parse5"
import { type FileWords, noWords } from "./document-reading.ts"
import { attribute, type Dialect, type MarkupNode, nodesIn, type Step, wordsIn } from "./markup.ts"

const dropped = new Set(["script", "style", "head", "template", "noscript", "iframe", "object", "svg"])
const paragraphs = new Set("p h1 h2 h3 h4 h5 h6 blockquote ul ol dl table pre figure".split(" "))
const blocks = new Set(
  "address article aside body caption dd details dialog div dt fieldset figcaption footer form header hr li main nav section summary tr".split(
    " ",
  ),
)
const asides: Readonly<Record<string, string>> = {
  nav: "navigation",
  header: "header",
  footer: "footer",
  aside: "sidebar",
}
const roles: Readonly<Record<string, string>> = {
  navigation: "navigation",
  banner: "header",
  contentinfo: "footer",
  complementary: "sidebar",
}
const cookieWords = /(?:^|[\s_-])(?:cookies?|consent|gdpr)(?:$|[\s_-])/i

/** A page of HTML as a tree. Nothing in it is executed or fetched. */
export const htmlTree = (html: string): MarkupNode =>
  parse(html, { scriptingEnabled: false }) as DefaultTreeAdapterTypes.Document as MarkupNode

/** The notes of a page or a book: which link calls which, and which element holds the words of which. */
export interface PageNotes {
  readonly calls: ReadonlyMap<MarkupNode, { readonly key: string; readonly label: string }>
  readonly bodies: ReadonlyMap<MarkupNode, string>
  /** Links that only lead back to where a note is called. */
  readonly backlinks: ReadonlySet<MarkupNode>
}

const typed = (node: MarkupNode, word: string, role: string) =>
  attribute(node, "epub:type").split(/\s+/).includes(word) || attribute(node, "role") === role
const isBlock = (name: string) => paragraphs.has(name) || blocks.has(name)
const inNote = new Set(["li", "p", "aside", "dd", "dt", "div", "tr", "section"])

/**
 * Finds the notes in pages that link to each other; `address` answers the page and the id that a link on a page leads to,
 * as one key. A link calls a note when the page says so, or when it is set high and leads to a place in the pages.
 */
export function pageNotes(
  pages: readonly { readonly path: string; readonly tree: MarkupNode }[],
  address: (path: string, href: string) => string = (path, href) => (href.startsWith("#") ? path + href : ""),
): PageNotes {
  const byId = new Map<string, MarkupNode>()
  const holder = new Map<MarkupNode, MarkupNode>()
  const links: { node: MarkupNode; path: string; key: string; high: boolean; inside: readonly MarkupNode[] }[] = []
  for (const { path, tree } of pages) {
    const waiting: { node: MarkupNode; block: MarkupNode | null; high: boolean; inside: readonly MarkupNode[] }[] = [
      { node: tree, block: null, high: false, inside: [] },
    ]
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { node, block } = next
      const id = attribute(node, "id") || (node.nodeName === "a" ? attribute(node, "name") : "")
      if (id !== "" && !byId.has(`${path}#${id}`)) byId.set(`${path}#${id}`, node)
      const own = inNote.has(node.nodeName) ? node : block
      if (own) holder.set(node, own)
      const high = next.high || node.nodeName === "sup"
      if (node.nodeName === "a") {
        const key = address(path, attribute(node, "href"))
        const inner = node.childNodes?.length === 1 && node.childNodes[0]!.nodeName === "sup"
        if (key !== "") links.push({ node, path, key, high: high || inner, inside: next.inside })
      }
      const { childNodes = [] } = node
      const inside = isBlock(node.nodeName) ? [] : [...next.inside.slice(-3), node]
      for (let at = childNodes.length - 1; at >= 0; at--)
        waiting.push({ node: childNodes[at]!, block: own, high: isBlock(node.nodeName) ? false : high, inside })
    }
  }
  const calls = new Map<MarkupNode, { key: string; label: string }>()
  const bodies = new Map<MarkupNode, string>()
  const called = new Set<MarkupNode>()
  for (const { node, key, high, inside } of links) {
    const said = typed(node, "noteref", "doc-noteref") || attribute(node, "data-footnote-ref") !== "" || isRef(node)
    const target = byId.get(key)
    const label = wordsIn(node, 20).replaceAll(/[[\]()\s]/g, "")
    if (!target || !(said || high) || label === "" || label.length > 12 || backSign.test(label)) continue
    const body = isBlock(target.nodeName) ? target : holder.get(target)
    // A call that stands in what it would lead to is a way back.
    if (!body || holder.get(node) === body || bodies.has(holder.get(node)!)) continue
    bodies.set(body, bodies.get(body) ?? key)
    calls.set(node, { key: bodies.get(body)!, label })
    for (const one of [node, ...inside]) called.add(one)
  }
  const backlinks = new Set<MarkupNode>()
  for (const { node, key } of links) {
    if (calls.has(node)) continue
    const target = byId.get(key)
    const says = typed(node, "backlink", "doc-backlink") || attribute(node, "data-footnote-backref") !== ""
    if (says || (target && called.has(target) && backSign.test(wordsIn(node, 20)))) backlinks.add(node)
  }
  return { calls, bodies, backlinks }
}
const isRef = (node: MarkupNode) => node.attrs?.some(({ name }) => name === "data-footnote-ref") ?? false
const backSign = /^(?:[↑↩⏎^↵\s]|\uFE0E|\uFE0F)+$/u

/** How HTML is set as a raw text. */
export function htmlDialect(notes: PageNotes): Dialect {
  return node => {
    const name = node.nodeName
    if (dropped.has(name) || notes.backlinks.has(node)) return { drop: true }
    const call = notes.calls.get(node)
    if (call) return { calls: call, hides: true }
    if (!node.attrs) return {}
    if (typed(node, "pagebreak", "doc-pagebreak")) return { page: pageLabel(node), hides: true }
    if (attribute(node, "id") === "footnote-label") return { drop: true }
    return { ...form(node), ...about(node, notes) }
  }
}

function form(node: MarkupNode): Step {
  const name = node.nodeName
  if (name === "br") return { line: true }
  if (name === "td" || name === "th") return { cell: true, flat: isFlat(node) }
  if (paragraphs.has(name)) return { edge: 2, ...(name === "pre" && { pre: true }) }
  return blocks.has(name) ? { edge: 1 } : {}
}

function about(node: MarkupNode, notes: PageNotes): Step {
  const name = node.nodeName
  const note = notes.bodies.get(node)
  if (note !== undefined) return { note }
  if (name === "main" || name === "article") return { holds: true }
  const label = roles[attribute(node, "role")] ?? asides[name]
  if (label !== undefined && !typed(node, "footnote", "doc-footnote"))
    return { aside: label, outside: name === "header" || name === "footer" }
  const words = `${attribute(node, "id")} ${attribute(node, "class")}`
  return name !== "body" && name !== "html" && cookieWords.test(words) ? { aside: "cookie notice" } : {}
}

/**
 * Whether a cell is one of a table of words and figures, and not a part of a page that is laid out by a table. Few nodes
 * are looked at, since cells may lie in cells.
 */
function isFlat(cell: MarkupNode): boolean {
  let length = 0
  let seen = 0
  for (const node of nodesIn(cell)) {
    length += node.nodeName === "#text" ? (node.value ?? "").length : 0
    if (length > 300 || ++seen > 100 || node.nodeName === "table" || /^h[1-6]$/.test(node.nodeName)) return false
  }
  return true
}

function pageLabel(node: MarkupNode): string {
  const said = attribute(node, "title") || attribute(node, "aria-label") || wordsIn(node, 20)
  return (said || (/[\divxlc]+$/i.exec(attribute(node, "id"))?.[0] ?? "")).replace(/^(page|p\.|стр\.?|с\.)\s*/i, "")
}

/** What a page says of itself in its head. */
export function htmlWords(tree: MarkupNode): FileWords {
  const meta = new Map<string, string>()
  let title = ""
  let language = ""
  let licence = ""
  for (const node of nodesIn(tree)) {
    const name = node.nodeName
    if (name === "body") break
    if (name === "html") language = attribute(node, "lang") || attribute(node, "xml:lang")
    if (name === "title" && title === "") title = wordsIn(node)
    if (name === "link" && attribute(node, "rel") === "license") licence = attribute(node, "href")
    if (name === "meta")
      meta.set((attribute(node, "name") || attribute(node, "property")).toLowerCase(), attribute(node, "content"))
  }
  const said = (...names: readonly string[]) => names.map(one => meta.get(one)).find(one => one?.trim()) ?? ""
  return {
    ...noWords,
    title: said("citation_title", "og:title") || title,
    author: said("author", "citation_author", "dc.creator", "article:author"),
    language,
    licence: licence || said("dc.rights", "copyright"),
  }
}
