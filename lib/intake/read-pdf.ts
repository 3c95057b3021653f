import { getDocumentProxy } from "unpdf"
import type { TextAnchor } from "../domain/text-anchor.ts"
import type { DocumentReading } from "../formats/document-reading.ts"
import { joinedLines, type PdfLine, pdfLines, runningKey, runningLines } from "../formats/pdf-lines.ts"

/** Pages that are read at most. */
const mostPages = 5_000

/**
 * A PDF that has a text layer: the lines of its pages, put together to paragraphs. Pages bear the numbers that are printed
 * on them where the file says which. Heads and feet that run over the pages stay where they are, as asides.
 */
export async function readPdf(
  bytes: Uint8Array,
): Promise<Omit<DocumentReading, "format"> | "encrypted" | "no-text" | "damaged"> {
  const document = await getDocumentProxy(new Uint8Array(bytes), {
    verbosity: 0,
    stopAtErrors: false,
    disableFontFace: true,
  }).catch((error: unknown) =>
    error instanceof Error && error.name === "PasswordException" ? ("encrypted" as const) : ("damaged" as const),
  )
  if (typeof document === "string") return document
  if (document.numPages > mostPages) return "damaged"
  const labels = (await document.getPageLabels().catch(() => null)) ?? []
  const pages: PdfLine[][] = []
  let broken = 0
  for (let number = 1; number <= document.numPages; number++) {
    const lines = await linesOf(document, number).catch(() => null)
    if (!lines) broken++
    pages.push(lines ?? [])
  }
  if (broken === document.numPages) return "damaged"
  const letters = pages.flat().reduce((sum, { words }) => sum + words.length, 0)
  if (letters < Math.max(2, document.numPages)) return "no-text"
  const metadata = await document.getMetadata().catch(() => null)
  const info = (metadata?.info ?? {}) as Record<string, unknown>
  const said = (name: string) => (typeof info[name] === "string" ? (info[name] as string).trim() : "")
  const { text, anchors, joined } = written(pages, number => labels[number - 1]?.trim() || String(number))
  return {
    ...{ title: said("Title"), author: said("Author"), language: said("Language"), licence: "" },
    text,
    anchors,
    warnings: [
      ...(broken > 0 ? [`${broken} of ${document.numPages} pages could not be read and are left out.`] : []),
      ...(joined > 0
        ? [`${joined} words that were parted at the ends of lines were put together. Compare them with the file.`]
        : []),
    ],
  }
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

async function linesOf(document: Pdf, number: number): Promise<PdfLine[]> {
  const page = await document.getPage(number)
  const { items } = await page.getTextContent()
  const pieces = items.flatMap(item =>
    "str" in item
      ? [
          {
            words: withoutControls(item.str),
            x: item.transform[4] ?? 0,
            y: item.transform[5] ?? 0,
            width: item.width,
            height: item.height || Math.abs(item.transform[3] ?? 0),
          },
        ]
      : [],
  )
  page.cleanup()
  return pdfLines(pieces)
}
/** Words without control characters, which a font that names its letters badly yields and no text holds. */
const withoutControls = (words: string) =>
  words.replaceAll(/\p{Cc}/gu, sign => (sign === "\t" || sign === "\n" || sign === "\r" ? " " : ""))

/** The pages one after another. A paragraph ends with its page, since a page may begin within it. */
function written(pages: readonly (readonly PdfLine[])[], label: (number: number) => string) {
  const running = runningLines(pages)
  const hyphened = new Set(
    pages
      .flat()
      .flatMap(({ words }) => words.toLowerCase().match(/(?<=^|\s)[\p{L}\p{M}]+-[\p{L}\p{M}]+(?=\P{L})/gu) ?? []),
  )
  const anchors: TextAnchor[] = []
  let text = ""
  let joined = 0
  const paragraph = (lines: readonly string[]) => {
    if (lines.length === 0) return
    const one = joinedLines(lines, word => hyphened.has(word))
    joined += one.joined
    text += (text === "" ? "" : "\n\n") + one.text
  }
  pages.forEach((lines, at) => {
    let block: string[] = []
    let fresh = true
    const begin = () => {
      if (fresh) anchors.push({ kind: "page", at: text === "" ? 0 : text.length + 2, label: label(at + 1) })
      fresh = false
    }
    const end = () => {
      paragraph(block)
      block = []
    }
    lines.forEach(({ words, opens }, index) => {
      const edge = index === 0 || index === lines.length - 1
      if (opens || (edge && running.has(runningKey(words)))) end()
      begin()
      block.push(words)
      if (!edge || !running.has(runningKey(words))) return
      const start = text === "" ? 0 : text.length + 2
      end()
      anchors.push({ kind: "aside", start, end: text.length, label: "running head" })
    })
    end()
  })
  return { text, anchors, joined }
}
