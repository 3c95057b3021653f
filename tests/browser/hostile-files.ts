import { madeDocx, madeEpub, madePdf, rezipped } from "../intake/made-files.ts"
import { canary, injections } from "../support/injections.ts"

/** A file whose words, and whatever it says of itself, are hostile; `says` is a part of its title as it comes in. */
export interface HostileFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
  readonly says: string
}

const says = injections[0]!
const inXml = (words: string) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
const inPdf = (words: string) => words.replaceAll(/[\\()]/g, "\\$&").replaceAll(/[^ -~]/g, "")
const name = (ending: string) => `"><svg onload=window.${canary}=1>.${ending}`

/** A document of Word, a book and a PDF; `words` answers hostile ones, as many as fit in so many characters. */
export async function hostileFiles(words: (most: number) => string): Promise<readonly HostileFile[]> {
  const title = () => inXml(`${says} ${words(200)}`)
  const paragraphs = injections.map(one => `<p>It said ${inXml(one)} then.</p>`).join("")
  const told = await rezipped(await madeDocx(), "docProps/core.xml", xml =>
    xml.replace("Судовой журнал", title).replace("A. Clerk", () => inXml(words(250))),
  )
  const docx = await rezipped(told, "word/document.xml", xml =>
    xml.replace("Nobody saw it.", () => inXml(`It said ${injections.join(" then. It said ")} then.`)),
  )
  const run = `window.${canary}=1`
  const epub = madeEpub({
    "OPS/book.opf": `<package><metadata><dc:title>${title()}</dc:title><dc:creator>${inXml(words(250))}</dc:creator><dc:rights>${inXml(words(250))}</dc:rights><dc:language>"&gt;&lt;script&gt;</dc:language></metadata>
      <manifest><item id="a" href="ch1.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>`,
    "OPS/ch1.xhtml": `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title><script>${run}</script></head><body onload="${run}"><script>${run}</script><p onclick="${run}">The <a href="javascript:${run}">ship</a> sank.</p>${paragraphs}</body></html>`,
  })
  const lines = injections.map(one => inPdf(`It said ${one} then.`).slice(0, 90))
  const pdf = madePdf([{ lines }], { title: `${inPdf(`${says} ${words(150)}`)}) /Author (${inPdf(words(200))}` })
  return [
    {
      name: name("docx"),
      mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      buffer: Buffer.from(docx),
      says,
    },
    { name: name("epub"), mimeType: "application/epub+zip", buffer: Buffer.from(epub), says },
    { name: name("pdf"), mimeType: "application/pdf", buffer: Buffer.from(pdf), says },
  ]
}
