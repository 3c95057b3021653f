/** An element of an XML document: its name with prefix, its attributes, its children and the text directly in it. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  readonly text: string
}

/** What is wrong with a document and the line on which it was seen, from 1. */
export interface XmlTrouble {
  readonly what: string
  readonly line: number
}

interface Open {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: XmlElement[]
  text: string
}

const name = "[A-Za-z_\\u00C0-\\uFFFF][\\w.\\-:\\u00B7\\u00C0-\\uFFFF]*"
const piece = new RegExp(
  `<!--(?<comment>(?:[^-]|-(?!-))*)-->|<!\\[CDATA\\[(?<data>[^\\]]*(?:\\](?!\\]>)[^\\]]*)*)\\]\\]>|<\\?[^?]*(?:\\?(?!>)[^?]*)*\\?>|</(?<end>${name})\\s*>|<(?<start>${name})(?<attributes>(?:\\s+${name}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(?<empty>/?)>|(?<text>[^<]+)`,
  "uy",
)
const attribute = new RegExp(`(?<key>${name})\\s*=\\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')`, "gu")

/** An element within so many others at most: more is no document but a trap. */
const deepest = 200

/**
 * Reads a well-formed XML document without a document type, so that no entity can grow; in time proportional to its
 * length. It checks that elements nest and that attributes are quoted and stand once, not that names are allowed.
 */
export function readXml(
  xml: string,
): { readonly ok: true; readonly root: XmlElement } | { readonly ok: false; readonly trouble: XmlTrouble } {
  const top: Open = { name: "", attributes: new Map(), children: [], text: "" }
  const open: Open[] = [top]
  const fail = (what: string, at: number) => ({ ok: false, trouble: { what, line: lineAt(xml, at) } }) as const
  let at = xml.startsWith("\uFEFF") ? 1 : 0
  while (at < xml.length) {
    piece.lastIndex = at
    const groups = piece.exec(xml)?.groups
    if (!groups)
      return fail(
        xml.startsWith("<!DOCTYPE", at) ? "a document type, which is not allowed" : "a tag that is not complete",
        at,
      )
    const inner = open.at(-1)!
    const text = groups["data"] ?? (groups["text"] === undefined ? "" : decoded(groups["text"]))
    if (text === null) return fail("an “&” that begins no known entity", at)
    if (inner === top && text.trim() !== "") return fail("text outside the first element", at)
    inner.text += text
    if (groups["end"] !== undefined) {
      if (inner.name !== groups["end"] || inner === top)
        return fail(`an end of “${groups["end"]}” that was not open`, at)
      open.pop()
    } else if (groups["start"] !== undefined) {
      const attributes = attributesOf(groups["attributes"] ?? "")
      if (!attributes) return fail(`an attribute of “${groups["start"]}” that stands twice or has a wrong “&”`, at)
      if (open.length > deepest) return fail(`more than ${deepest} elements within each other`, at)
      if (inner === top && top.children.length > 0) return fail("a second element after the first", at)
      const element: Open = { name: groups["start"], attributes, children: [], text: "" }
      inner.children.push(element)
      if (groups["empty"] === "") open.push(element)
    }
    at = piece.lastIndex
  }
  const [root] = top.children
  if (open.length > 1) return fail(`no end of “${open.at(-1)?.name}”`, xml.length)
  return root ? { ok: true, root } : fail("no element", 0)
}

/** The element and all within it. */
export function* withinXml(element: XmlElement): Generator<XmlElement, void> {
  yield element
  for (const child of element.children) yield* withinXml(child)
}

function attributesOf(text: string): ReadonlyMap<string, string> | null {
  const attributes = new Map<string, string>()
  for (const { groups } of text.matchAll(attribute)) {
    const key = groups?.["key"] ?? ""
    const value = decoded(groups?.["double"] ?? groups?.["single"] ?? "")
    if (value === null || attributes.has(key)) return null
    attributes.set(key, value)
  }
  return attributes
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }

function decoded(text: string): string | null {
  if (!text.includes("&")) return text
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\dA-Fa-f]{1,6});)/.test(text)) return null
  return text.replaceAll(/&(#x?)?([\dA-Za-z]+);/g, (_, number: string | undefined, code: string) => {
    if (number === undefined) return entities[code] ?? ""
    const point = Number.parseInt(code, number === "#x" ? 16 : 10)
    return point <= 0x10_ffff ? String.fromCodePoint(point) : "\uFFFD"
  })
}

const lineAt = (text: string, at: number) => text.slice(0, at).split("\n").length
