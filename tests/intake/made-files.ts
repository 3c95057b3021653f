import * as docx from "docx"
import { strToU8, zipSync } from "fflate"

// Small files of every kind, made here, with texts of our own.

const { Document, FootnoteReferenceRun, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } = docx

/** A document of Word with a heading, a note, a table, a list and a page that Word broke. */
export async function madeDocx(): Promise<Uint8Array> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const document = new Document({
    title: "Судовой журнал",
    creator: "A. Clerk",
    footnotes: { 1: { children: [new Paragraph("Fond 7, list 3.")] } },
    sections: [
      {
        children: [
          new Paragraph({ text: "Глава первая", heading: HeadingLevel.HEADING_1 }),
          new Paragraph({
            children: [new TextRun("The ship sank."), new FootnoteReferenceRun(1), new TextRun(" Nobody saw it.")],
          }),
          new Table({ rows: [new TableRow({ children: [cell("Year"), cell("Ships")] })] }),
          new Paragraph("PAGEBREAK Команда спаслась."),
        ],
      },
    ],
  })
  const bytes = new Uint8Array(await Packer.toBuffer(document))
  return rezipped(bytes, "word/document.xml", xml =>
    xml.replace(/<w:t[^>]*>PAGEBREAK /, "<w:lastRenderedPageBreak/><w:t>"),
  )
}

/** An archive with one of its files changed. */
export async function rezipped(bytes: Uint8Array, name: string, change: (text: string) => string): Promise<Uint8Array> {
  const { unzipSync } = await import("fflate")
  const files = unzipSync(bytes)
  return zipSync({ ...files, [name]: strToU8(change(new TextDecoder().decode(files[name]))) })
}

export const madeOdt = (body = odtBody): Uint8Array =>
  zipSync({
    mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }],
    "content.xml": strToU8(
      `<?xml version="1.0"?><office:document-content><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
    "meta.xml": strToU8(
      "<office:document-meta><office:meta><dc:title>Log</dc:title><meta:initial-creator>B. Mate</meta:initial-creator></office:meta></office:document-meta>",
    ),
  })
const odtBody = `<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:h>Глава</text:h>
<text:p>One<text:s text:c="2"/>two.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>The note.</text:p></text:note-body></text:note> Three.</text:p>
<text:p><text:soft-page-break/>Verse<text:line-break/>by lines.</text:p>
<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>`

export const madeEpub = (more: Readonly<Record<string, string>> = {}): Uint8Array => {
  const page = (body: string) =>
    `<?xml version="1.0"?><html xmlns="x" xmlns:epub="y"><head><title>t</title></head><body>${body}</body></html>`
  const files = {
    mimetype: "application/epub+zip",
    "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
    "OPS/book.opf": `<package><metadata><dc:title>Записки</dc:title><dc:creator>C. Cook</dc:creator><dc:language>ru</dc:language></metadata>
      <manifest><item id="b" href="ch%202.xhtml"/><item id="a" href="ch1.xhtml"/><item id="n" href="notes.xhtml"/><item id="c" href="nav.xhtml"/></manifest>
      <spine><itemref idref="c"/><itemref idref="a"/><itemref idref="b"/><itemref idref="n"/></spine></package>`,
    "OPS/nav.xhtml": page('<nav><ol><li><a href="ch1.xhtml">Один</a></li></ol></nav>'),
    "OPS/ch1.xhtml": page(
      '<h1>Один</h1><p><span epub:type="pagebreak" title="7"/>Корабль затонул<a id="r" epub:type="noteref" href="notes.xhtml#n1">*</a>.</p>',
    ),
    "OPS/ch 2.xhtml": page(
      '<h1>Два</h1><p>Никто не <span role="doc-pagebreak" aria-label="8"></span>видел.&nbsp;Так.</p>',
    ),
    "OPS/notes.xhtml": page(
      '<aside epub:type="footnote" id="n1"><p>По журналу. <a href="ch1.xhtml#r">↩</a></p></aside>',
    ),
    ...more,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}

export const madeTei = `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A letter</title><author>D. Widow</author></titleStmt>
<publicationStmt><availability><licence target="https://creativecommons.org/licenses/by/4.0/">CC BY</licence></availability></publicationStmt></fileDesc></teiHeader>
<text xml:lang="en"><body><pb n="12r"/><fw>Letters</fw><head>To <hi>Ann</hi></head>
<p>He <choice><sic>com</sic><corr>came</corr></choice> home<note n="a">By sea.</note> in <pb n="12v"/>May<ref target="#n2">2</ref>, <hi>one</hi> <hi>evening</hi>.</p>
<lg><l>The sea is wide</l><l>and cold</l></lg>
<table><row><cell>May</cell><cell>3</cell></row><row><cell>June</cell><cell>4</cell></row></table>
<note xml:id="n2"><p>Of 1912.</p></note></body></text></TEI>`

/** What is written on each page of a PDF: lines, from the top down. */
export interface PdfPage {
  readonly lines: readonly string[]
}

/**
 * A PDF by hand: a font whose letters are named by a table to Unicode, so that Cyrillic can be read, and labels of pages
 * that begin with a Roman numeral.
 */
export function madePdf(pages: readonly PdfPage[], more: { encrypt?: boolean; title?: string } = {}): Uint8Array {
  const letters = [...new Set(pages.flatMap(({ lines }) => [...lines.join("")]))]
  const code = (letter: string) => (letters.indexOf(letter) + 1).toString(16).padStart(4, "0")
  const content = ({ lines }: PdfPage) =>
    lines
      .map((line, at) =>
        line === "" ? "" : `BT /F1 12 Tf 72 ${760 - at * 16} Td <${[...line].map(code).join("")}> Tj ET`,
      )
      .join("\n")
  const stream = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`
  const mapped = letters.map(letter => `<${code(letter)}> <${letter.codePointAt(0)!.toString(16).padStart(4, "0")}>`)
  const unicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange ${mapped.map(line => `1 beginbfchar ${line} endbfchar`).join("\n")}
endcmap CMapName currentdict /CMap defineresource pop end end`
  const descriptor =
    "/FontDescriptor << /Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>"
  const kids = pages.map((_, at) => `${7 + at * 2} 0 R`).join(" ")
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /PageLabels << /Nums [0 << /S /r >> 1 << /S /D /St 5 >>] >> >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>`,
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 600 ${descriptor} >>`,
    stream(unicode),
    `<< /Title (${more.title ?? "Log"}) >>`,
    ...pages.flatMap((page, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${8 + at * 2} 0 R >>`,
      stream(content(page)),
    ]),
    ...(more.encrypt
      ? [`<< /Filter /Standard /V 1 /R 2 /O <${"ab".repeat(32)}> /U <${"cd".repeat(32)}> /P -44 >>`]
      : []),
  ]
  let text = "%PDF-1.5\n"
  const places: number[] = []
  objects.forEach((object, at) => {
    places.push(text.length)
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
  })
  const start = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  text += places.map(place => `${String(place).padStart(10, "0")} 00000 n \n`).join("")
  const locked = more.encrypt ? `/Encrypt ${objects.length} 0 R /ID [<00> <00>] ` : ""
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R ${locked}>>\nstartxref\n${start}\n%%EOF\n`
  return Uint8Array.from(text, sign => sign.charCodeAt(0))
}
