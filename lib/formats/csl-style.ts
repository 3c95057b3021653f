import { StyleTooLong } from "./citation-press.ts"
import { stylePower, styleTooLong } from "./csl-style-power.ts"
import { formatCitations } from "./format-citation.ts"
import { readXml, type XmlElement } from "./xml-tree.ts"

/** A style that an owner may upload, as it describes itself. */
export interface CslStyle {
  readonly title: string
  /** The address by which style repositories know it; empty when it has none. */
  readonly id: string
  /** Whether it sets notes, or cites in the text. */
  readonly form: "notes" | "in-text"
  /** The licence that it names; empty when it names none. */
  readonly licence: string
  readonly xml: string
}

/** Bytes of a style at most; the largest of the official ones has about 250,000. */
const largest = 1_048_576

type Reading = { readonly ok: true; readonly style: CslStyle } | { readonly ok: false; readonly why: string }

/**
 * Reads an uploaded .csl file: well-formed XML, an independent style of CSL 1.0, with macros that exist, do not call
 * themselves and stay small when they are written out, and one that the formatter can set a sample with. Each fault is
 * a sentence that says what to do. A style that passes cannot keep the formatter busy for long.
 */
export function readCslStyle(xml: string): Reading {
  if (new TextEncoder().encode(xml).length > largest)
    return refused("The file is larger than 1 MB. No style is: choose the .csl file itself.")
  const document = readXml(xml)
  if (!document.ok) {
    return refused(
      `The file is not well-formed XML: there is ${document.trouble.what} in line ${document.trouble.line}. Download the style again.`,
    )
  }
  const trouble = styleTrouble(document.root)
  if (trouble) return refused(trouble)
  const style = described(document.root, xml)
  return sampleTrouble(xml) ?? { ok: true, style }
}

const refused = (why: string) => ({ ok: false, why }) as const

const child = (element: XmlElement | undefined, name: string) => element?.children.find(inner => inner.name === name)

function styleTrouble(root: XmlElement): string | null {
  if (root.name === "locale")
    return "It is a locale of CSL and not a style. Choose a file whose first element is “style”."
  if (root.name !== "style" || root.attributes.get("xmlns") !== "http://purl.org/net/xbiblio/csl") {
    return "It is not a style of the Citation Style Language. Choose a .csl file, for example from the Zotero style repository."
  }
  const parent = child(root, "info")?.children.find(
    ({ name, attributes }) => name === "link" && attributes.get("rel") === "independent-parent",
  )
  if (parent) {
    const address = parent.attributes.get("href") ?? "another style"
    return `It only points to another style and has no rules of its own. Upload that one: ${address}.`
  }
  if (!/^1\.0/.test(root.attributes.get("version") ?? ""))
    return "It is not written in CSL 1.0. Look for a newer version of the style."
  if (!child(child(root, "citation"), "layout")) return "It has no rules for a citation. Choose a complete style."
  return stylePower(root)
}

function described(root: XmlElement, xml: string): CslStyle {
  const info = child(root, "info")
  const text = (name: string) => child(info, name)?.text.replaceAll(/\s+/g, " ").trim() ?? ""
  return {
    title: text("title") || "Style without a title",
    id: text("id"),
    form: root.attributes.get("class") === "note" ? "notes" : "in-text",
    licence: child(info, "rights")?.attributes.get("license") ?? text("rights"),
    xml,
  }
}

/** A source of each of the forms whose rules differ most. */
const samples = ["book", "article-journal", "chapter", "webpage"].map(type => ({
  id: type,
  archive: null,
  csl: {
    type,
    title: "A Title",
    author: [{ family: "Family", given: "Given" }],
    editor: [{ family: "Editor", given: "Given" }],
    issued: { "date-parts": [[1937, 5, 22]] },
    "container-title": "A Container",
    publisher: "A Publisher",
    "publisher-place": "A Place",
    page: "1-2",
    URL: "https://example.org/",
  },
}))

function sampleTrouble(style: string): Reading | null {
  const notes = [...samples, ...samples].map(({ id }) => [{ sourceId: id, locator: "1", label: "page" as const }])
  try {
    const set = formatCitations({ style, locale: "en-GB", archives: "latin", sources: samples, notes })
    const empty = set.notes.every(runs => runs.every(({ text }) => text.trim() === ""))
    return empty
      ? refused("It sets nothing for a book, an article, a chapter and a web page. Choose another style.")
      : null
  } catch (error) {
    if (error instanceof StyleTooLong) return refused(styleTooLong)
    return refused("The formatter cannot use it. Check it with the CSL validator, or choose another style.")
  }
}
