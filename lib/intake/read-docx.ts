import { zipSync } from "fflate"
import { convertToHtml, images } from "mammoth"
import type { DocumentReading } from "../formats/document-reading.ts"
import { readHtml } from "../formats/html-text.ts"
import { wordsIn } from "../formats/markup.ts"
import { first } from "../formats/read-tei.ts"
import { readXml } from "../formats/read-xml.ts"

/** Stands where Word last broke a page, while mammoth, which knows nothing of that, makes HTML of the document. */
const mark = "\uE0FE\uE0FD"
const breaks = /<w:lastRenderedPageBreak\s*\/>/g
const needed = /^(?:\[Content_Types\]\.xml|_rels\/[^/]+|word\/[^/]+\.xml|word\/_rels\/[^/]+)$/

/**
 * A document of Word. What is in it was unpacked within limits; mammoth gets an archive of that alone, without pictures
 * and whatever else may lie in it. Pages are where Word broke them when it was last saved.
 */
export async function readDocx(
  names: readonly string[],
  file: (name: string) => Uint8Array | null,
): Promise<Omit<DocumentReading, "format"> | null> {
  const parts = names
    .filter(name => needed.test(name))
    .flatMap(name => {
      const part = file(name)
      return part ? [[name, part] as const] : []
    })
  if (parts.some(([, part]) => declares(part))) return null
  let pages = 0
  const marked = parts.map(([name, part]) => {
    if (name !== "word/document.xml") return [name, part] as const
    const xml = new TextDecoder().decode(part).replaceAll(mark, "")
    const text = xml.replaceAll(breaks, () => {
      pages++
      return `<w:t>${mark}</w:t>`
    })
    return [name, new TextEncoder().encode(text)] as const
  })
  const buffer = Buffer.from(zipSync(Object.fromEntries(marked), { level: 0 }))
  const { value } = await convertToHtml(
    { buffer },
    { externalFileAccess: false, convertImage: images.imgElement(async () => ({ src: "" })) },
  )
  let page = 1
  const html = value.replaceAll(mark, () => `<span role="doc-pagebreak" title="${++page}"></span>`)
  const read = readHtml(html)
  const start = pages > 0 ? [{ kind: "page" as const, at: 0, label: "1" }] : []
  return { ...read, ...coreWords(file("docProps/core.xml")), anchors: [...start, ...read.anchors] }
}

/** Documents of Word declare no types and no entities; one that does is made to be turned against its reader. */
function declares(part: Uint8Array): boolean {
  return /<!(?:DOCTYPE|ENTITY)/i.test(
    Buffer.from(part.buffer, part.byteOffset, Math.min(part.byteLength, 20_000))
      .toString("latin1")
      .replaceAll("\0", ""),
  )
}

function coreWords(core: Uint8Array | null) {
  const tree = core && readXml(new TextDecoder().decode(core))
  const words = (name: string) => {
    const found = tree && first(tree, name)
    return found ? wordsIn(found) : ""
  }
  return { title: words("title"), author: words("creator"), language: words("language"), licence: "" }
}
