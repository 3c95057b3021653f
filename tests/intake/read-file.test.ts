import fc from "fast-check"
import { strToU8, zipSync } from "fflate"
import { beforeAll, describe, expect, test, vi } from "vitest"
import type { TextAnchor } from "../../lib/domain/text-anchor.ts"
import { documentFormat } from "../../lib/formats/document-format.ts"
import { bundleReader } from "../../lib/intake/bundle-reader.js"
import { readBeside, readMarkedBeside } from "../../lib/intake/read-beside.ts"
import { readFile } from "../../lib/intake/read-file.ts"
import { readMarked } from "../../lib/intake/read-marked.ts"
import { madeDocx, madeEpub, madeOdt, madePdf, madeTei, rezipped } from "./made-files.ts"

beforeAll(async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {})
  vi.spyOn(console, "log").mockImplementation(() => {})
  await bundleReader()
}, 60_000)

const about = (name = "") => ({ name, mediaType: "", encoding: "", limit: 5_000_000 })
async function read(bytes: Uint8Array | string, name = "") {
  const answer = await readFile(typeof bytes === "string" ? strToU8(bytes) : bytes, about(name))
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
  return answer.value
}
const refused = async (bytes: Uint8Array | string, name = "") => {
  const answer = await readFile(typeof bytes === "string" ? strToU8(bytes) : bytes, about(name))
  return answer.ok ? "ok" : answer.failure.code === "file-unreadable" ? answer.failure.why : answer.failure.code
}

/** The text with what stands at its places written into it: {p. 7}, {note a: its words}, ⟨what is around the text⟩. */
function marked({ text, anchors }: { text: string; anchors: readonly TextAnchor[] }): string {
  const marks = anchors.flatMap(anchor => {
    if (anchor.kind === "page") return [{ at: anchor.at, mark: `{p. ${anchor.label}}` }]
    if (anchor.kind === "note")
      return [{ at: anchor.at, mark: `{note ${anchor.label}: ${text.slice(anchor.start, anchor.end)}}` }]
    return [
      { at: anchor.start, mark: "⟨" },
      { at: anchor.end, mark: "⟩" },
    ]
  })
  let out = ""
  let from = 0
  for (const { at, mark } of marks.toSorted((a, b) => a.at - b.at)) {
    out += text.slice(from, at) + mark
    from = at
  }
  return out + text.slice(from)
}

describe("a file becomes a text with its pages and notes", () => {
  test("a document of Word", async () => {
    const reading = await read(await madeDocx())
    expect(reading).toMatchObject({ format: "docx", title: "Судовой журнал", author: "A. Clerk" })
    expect(marked(reading)).toBe(
      "{p. 1}Глава первая\n\nThe ship sank.{note 1: Fond 7, list 3.} Nobody saw it.\n\nYear\tShips\n\n{p. 2}Команда спаслась.\n\nFond 7, list 3.",
    )
  })

  test("a text of OpenDocument", async () => {
    const reading = await read(madeOdt())
    expect(reading).toMatchObject({ format: "odt", title: "Log", author: "B. Mate" })
    expect(marked(reading)).toBe(
      "{p. 1}Глава\n\nOne  two.{note 1: The note.} Three.\n\n{p. 2}Verse\nby lines.\n\na\tb\n\nThe note.",
    )
  })

  test("a book in EPUB, in the order of its spine, with notes in a file of their own", async () => {
    const reading = await read(madeEpub())
    expect(reading).toMatchObject({ format: "epub", title: "Записки", author: "C. Cook", language: "ru" })
    expect(marked(reading)).toBe(
      "⟨Один⟩\n\nОдин\n\n{p. 7}Корабль затонул{note *: По журналу.}.\n\nДва\n\nНикто не {p. 8}видел.\u00A0Так.\n\nПо журналу.",
    )
  })

  test("a letter in TEI, its words in their order and as the source has them", async () => {
    const reading = await read(madeTei)
    expect(reading).toMatchObject({ format: "tei", title: "A letter", author: "D. Widow", language: "en" })
    expect(reading.licence).toBe("https://creativecommons.org/licenses/by/4.0/")
    expect(marked(reading)).toBe(
      "{p. 12r}⟨Letters⟩\n\nTo Ann\n\nHe com home{note a: By sea.} in {p. 12v}May{note 2: Of 1912.}, one evening.\n\nThe sea is wide\nand cold\n\nMay\t3\nJune\t4\n\nOf 1912.\n\nBy sea.",
    )
  })

  test("Markdown, without its marks", async () => {
    const reading = await read(
      "---\ntitle: Log\nauthor: E. Boy\n---\n# Head\n\nA *b* c[^1].\n\n> said\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: The note.\n",
      "log.md",
    )
    expect(reading).toMatchObject({ format: "markdown", title: "Log", author: "E. Boy", encoding: "utf-8" })
    expect(marked(reading)).toBe("Head\n\nA b c{note 1: The note.}.\n\nsaid\n\none\ntwo\n\na\tb\n1\t2\n\nThe note.")
  })

  test("a web page, with what stands around the text", async () => {
    const html = `<html lang=en><head><title>Log</title><meta name=author content="F. Guest"></head><body>
      <header>The Site</header><nav><a href="/">Home</a></nav>
      <main><article><header><h1>Head</h1></header><p>The ship sank<sup><a id=r1 href="#n1">[1]</a></sup>. <a href="#n1">Seen</a>.</p>
      <ol><li id=n1><a href="#r1">↑</a> By the log.</li></ol></article></main>
      <div class="cookie-banner"><p>We use cookies.</p></div><footer>© us</footer></body></html>`
    const reading = await read(html)
    expect(reading).toMatchObject({ format: "html", title: "Log", author: "F. Guest", language: "en" })
    expect(marked(reading)).toBe(
      "⟨The Site⟩\n⟨Home⟩\n\nHead\n\nThe ship sank{note 1: By the log.}. Seen.\n\nBy the log.\n\n⟨We use cookies.⟩\n\n⟨© us⟩",
    )
  })

  test("a PDF: paragraphs, parted words, the labels of its pages, running heads", async () => {
    const pages = ["Судно вышло в мо-", "Судно село на", "Команда спаслась"].map((first, at) => ({
      lines: ["Журнал", "", first, at === 0 ? "ре в мае." : "мель.", "", `Абзац ${at}.`, "", "", `${at + 1}`],
    }))
    const reading = await read(madePdf(pages, { title: "Log" }))
    expect(reading).toMatchObject({ format: "pdf", title: "Log" })
    expect(marked(reading)).toBe(
      [
        "{p. i}⟨Журнал⟩\n\nСудно вышло в море в мае.\n\nАбзац 0.\n\n⟨1⟩",
        "{p. 5}⟨Журнал⟩\n\nСудно село на мель.\n\nАбзац 1.\n\n⟨2⟩",
        "{p. 6}⟨Журнал⟩\n\nКоманда спаслась мель.\n\nАбзац 2.\n\n⟨3⟩",
      ].join("\n\n"),
    )
    expect(reading.warnings.join()).toContain("1 word")
  })
})

describe("a file that is none of these is told for what it is", () => {
  test.each([
    ["a PDF with a password", () => madePdf([{ lines: ["a"] }], { encrypt: true }), "encrypted"],
    ["a PDF of pictures", () => madePdf([{ lines: [] }, { lines: [] }]), "no-text"],
    ["a PDF that is cut off", () => madePdf([{ lines: ["abc"] }]).slice(0, 300), "damaged"],
    ["an archive of something else", () => zipSync({ "a.txt": strToU8("a") }), "other-archive"],
    ["an archive that is cut off", () => madeEpub().slice(0, 500), "damaged"],
    [
      "an EPUB that is locked",
      () =>
        madeEpub({
          "META-INF/encryption.xml":
            '<e><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes256-cbc"/></e>',
        }),
      "encrypted",
    ],
    ["an old Word document", () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0), "old-word"],
    ["a picture", () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0), "image"],
    ["TEI that is not well formed", () => strToU8("<TEI><text><p>a</text></TEI>"), "damaged"],
  ])("%s", async (_, bytes, why) => {
    expect(await refused(bytes())).toBe(why)
  })

  test("by its bytes and not by its name", async () => {
    expect(await read(await madeDocx(), "log.pdf")).toMatchObject({ format: "docx" })
    expect(await read(madeEpub(), "log.txt")).toMatchObject({ format: "epub" })
    const plain = await read("The ship sank.", "log.pdf")
    expect(plain).toMatchObject({ format: "text", text: "The ship sank." })
    expect(plain.warnings).toEqual(["The name says otherwise, but the file is plain text."])
  })
})

describe("a file that is made against its reader comes to nothing", () => {
  test("a ZIP that says how much is in it, and one that lies", async () => {
    const zeros = zipSync({
      mimetype: strToU8("application/epub+zip"),
      "META-INF/container.xml": new Uint8Array(20_000_000),
    })
    expect(zeros.length).toBeLessThan(100_000)
    expect(await refused(zeros)).toBe("too-much")
    const lying = zeros.slice()
    const view = new DataView(lying.buffer)
    for (let at = 0; at < lying.length - 4; at++)
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 20_000_000)
        view.setUint32(at + 24, 1_000, true)
    expect(await refused(lying)).toBe("damaged")
  })

  test("many names, and names that lead out of a folder", async () => {
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`f${at}`, new Uint8Array()]))
    expect(await refused(zipSync(many))).toBe("too-much")
    const slip = madeEpub({ "../../../../tmp/out": "x", "/etc/passwd": "y" })
    expect(await read(slip)).toMatchObject({ format: "epub" })
    const book =
      '<package><manifest><item id="a" href="../../../../../etc/passwd"/></manifest><spine><itemref idref="a"/></spine></package>'
    expect(await refused(madeEpub({ "OPS/book.opf": book }))).toBe("damaged")
  })

  test("entities that grow, or name a file", async () => {
    const doctype = (inner: string) => `<?xml version="1.0"?><!DOCTYPE TEI [${inner}]>`
    const lol = Array.from({ length: 12 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join("")
    expect(await refused(`${doctype(`<!ENTITY e0 "ha">${lol}`)}<TEI><text><p>&e12;</p></text></TEI>`)).toBe("damaged")
    expect(
      await refused(`${doctype('<!ENTITY f SYSTEM "file:///etc/passwd">')}<TEI><text><p>&f;</p></text></TEI>`),
    ).toBe("damaged")
    const word = await rezipped(await madeDocx(), "word/document.xml", xml =>
      xml.replace("?>", '?><!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]>').replace("Nobody", "&f;"),
    )
    expect(await refused(word)).toBe("damaged")
  })

  test("comments that could be parted in many ways before what tells the format", async () => {
    const begun = performance.now()
    expect(documentFormat(strToU8("<!---->".repeat(500)), "a", "")).toBe("text")
    expect(performance.now() - begun).toBeLessThan(1_000)
    expect(documentFormat(strToU8(' <?xml version="1.0"?> <!-- a --><!----> <!DOCTYPE html>'), "a", "")).toBe("html")
  })

  test("places in the white space that the end of the text loses", async () => {
    const { text, anchors } = await read("<html><main><p>a</main><footer>b\u00A0</footer>")
    expect([text, anchors]).toEqual(["a\n\nb", [{ kind: "aside", start: 3, end: 4, label: "footer" }]])
    expect((await read("<html><main><p>a</main><footer>\u00A0</footer>")).anchors).toEqual([])
  })

  test("elements within a hundred thousand others", async () => {
    const deep = `<TEI><text>${"<hi>".repeat(100_000)}a${"</hi>".repeat(100_000)}</text></TEI>`
    expect(await refused(deep)).toBe("damaged")
  })

  test("law: no file, however damaged, makes a reader throw", async () => {
    const whole = [await madeDocx(), madeOdt(), madeEpub(), madePdf([{ lines: ["abc", "def"] }]), strToU8(madeTei)]
    const runs = Number(process.env["MUTATIONS"] ?? 200)
    const change = fc.record({
      at: fc.double({ min: 0, max: 0.999999, noNaN: true }),
      byte: fc.nat(255),
      cut: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.array(change, { minLength: 1, maxLength: 8 }),
        async (which, changes) => {
          let bytes = Uint8Array.from(whole[which]!)
          for (const { at, byte, cut } of changes) {
            const place = Math.floor(at * bytes.length)
            if (cut && byte < 32) bytes = bytes.slice(0, Math.max(1, place))
            else bytes[place] = byte
          }
          const answer = await readFile(bytes, about())
          if (!answer.ok) return
          const { text, anchors } = answer.value
          for (const anchor of anchors) {
            if (anchor.kind !== "aside") expect(anchor.at).toBeLessThanOrEqual(text.length)
            if (anchor.kind !== "page") expect(anchor.end).toBeLessThanOrEqual(text.length)
          }
        },
      ),
      { numRuns: runs, seed: 20261129 },
    )
  }, 600_000)
})

describe("the process beside the server", () => {
  test("reads as it is read here", async () => {
    for (const bytes of [await madeDocx(), madePdf([{ lines: ["Судно село."] }])])
      expect(await readBeside(bytes, about())).toEqual(await readFile(bytes, about()))
  })

  test("reads what other tools mark, as it is read here", async () => {
    const text = "The ship 🚢 sank."
    const ours = { documentId: "d", title: "A", foundAt: "", sha256: "0".repeat(64), text }
    const files = [
      { name: "a.ann", bytes: strToU8("T1\tX 4 8\tship\nT2\tX 0 3\tEvery\n") },
      { name: "a.txt", bytes: strToU8(text) },
    ]
    const markings = { ours, counted: null, of: null, most: 10 }
    const found = await readMarkedBeside(files, markings)
    expect(found).toEqual(readMarked(files, markings))
    expect(found).toMatchObject({ ok: true, value: { placed: [{ start: 4, end: 8 }], troubles: [{ at: "line 2" }] } })
  })

  test("is ended when it takes too long, and the next file is read", async () => {
    const slow = strToU8(`<html>${"<p>a".repeat(100_000)}`)
    expect(await readBeside(slow, about(), 50)).toEqual({
      ok: false,
      failure: { code: "file-unreadable", why: "too-slow" },
    })
    expect(await readBeside(strToU8("<html><p>a"), about())).toMatchObject({ ok: true, value: { text: "a" } })
  })
})
