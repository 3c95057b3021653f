import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { checkedText, rawText } from "../../lib/formats/raw-text.ts"

const english = "“The ship sank in 1912,” he said — it wasn’t raised… until 1920.\r\nNobody knew why: café, naïve, £5."
const russian = "Корабль затонул в 1912 году.\nЕго подняли в 1920 году, и никто не записал почему: «судьба»."
const bytesOf = (...parts: (number[] | Uint8Array)[]) => Uint8Array.from(parts.flatMap(part => [...part]))
const utf8 = (text: string) => new TextEncoder().encode(text)
const wide = (text: string, big: boolean) =>
  Uint8Array.from(
    [...Array(text.length).keys()].flatMap(i => {
      const [high, low] = [text.charCodeAt(i) >> 8, text.charCodeAt(i) & 255]
      return big ? [high, low] : [low, high]
    }),
  )

/** The upper halves of Windows-1252 that differ from Latin-1, by byte. */
const quotes: Record<string, number> = { "“": 0x93, "”": 0x94, "’": 0x92, "„": 0x84, "—": 0x97, "–": 0x96, "…": 0x85 }

/** Encodes with a single-byte encoding by looking up each character in what its bytes decode to. */
function single(text: string, encoding: string): Uint8Array {
  if (encoding === "windows-1252")
    return Uint8Array.from([...text], character => quotes[character] ?? character.charCodeAt(0))
  const table = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
  return Uint8Array.from([...text], character => {
    const byte = table.indexOf(character)
    if (byte < 0) throw new Error(`${character} is not in ${encoding}`)
    return byte
  })
}
const read = (bytes: Uint8Array, chosen?: string) => {
  const result = rawText(bytes, chosen)
  return result.ok ? `${result.value.encoding}: ${result.value.text}` : result.failure.code
}
const bom = { utf8: [0xef, 0xbb, 0xbf], le: [0xff, 0xfe], be: [0xfe, 0xff] }

describe("an encoding is found out", () => {
  test.each([
    ["UTF-8", utf8(english), "utf-8", english],
    ["UTF-8 with a byte order mark", bytesOf(bom.utf8, utf8(russian)), "utf-8", russian],
    ["UTF-8 of other planes", utf8("🚢 𝔘 日本"), "utf-8", "🚢 𝔘 日本"],
    ["ASCII", utf8("The ship sank."), "utf-8", "The ship sank."],
    ["UTF-16, little end first", wide(english, false), "utf-16le", english],
    ["UTF-16, big end first", wide(english, true), "utf-16be", english],
    ["Russian UTF-16, little end first", wide(russian, false), "utf-16le", russian],
    ["Russian UTF-16, big end first", wide(russian, true), "utf-16be", russian],
    ["UTF-16 with its mark", bytesOf(bom.le, wide(russian, false)), "utf-16le", russian],
    ["UTF-16 with its mark, big end first", bytesOf(bom.be, wide(russian, true)), "utf-16be", russian],
    ["UTF-16 with its mark and no space", bytesOf(bom.le, wide("日本", false)), "utf-16le", "日本"],
    ["UTF-16 with letters whose low byte is zero", wide(`Ѐ Ā ${russian}`, false), "utf-16le", `Ѐ Ā ${russian}`],
    ["Chinese UTF-16 with line breaks", wide("日本語\n中文字\n", false), "utf-16le", "日本語\n中文字\n"],
    ["Windows-1251", single(russian, "windows-1251"), "windows-1251", russian],
    ["Windows-1251, a short line", single("Корабль затонул.", "windows-1251"), "windows-1251", "Корабль затонул."],
    ["Windows-1252 with curly quotes and dashes", single(english, "windows-1252"), "windows-1252", english],
    [
      "Windows-1252, German",
      single("Größe über „Maß“ – schön", "windows-1252"),
      "windows-1252",
      "Größe über „Maß“ – schön",
    ],
    ["KOI8-R", single(russian.replaceAll(/[«»]/g, '"'), "koi8-r"), "koi8-r", russian.replaceAll(/[«»]/g, '"')],
  ])("%s", (_name, bytes, encoding, text) => {
    expect(read(bytes)).toBe(`${encoding}: ${text}`)
  })
})

describe("an encoding that a person chose", () => {
  test.each([
    ["wins", single(russian, "windows-1251"), "windows-1251", `windows-1251: ${russian}`],
    ["may be a rarer one", single("Žluťoučký kůň", "iso-8859-2"), " ISO-8859-2 ", "iso-8859-2: Žluťoučký kůň"],
    ["wins over a better guess", utf8("é"), "windows-1252", "windows-1252: Ã©"],
    ["has to fit", single(russian, "windows-1251"), "utf-8", "text-undecodable"],
    ["has to exist", utf8("a"), "klingon", "text-undecodable"],
    ["does not make a file with zeros a text", bytesOf([65, 0, 66]), "windows-1252", "text-binary"],
  ])("%s", (_name, bytes, chosen, answer) => {
    expect(read(bytes, chosen)).toBe(answer)
  })
})

describe("what can't be a text is refused", () => {
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 2, 0x80]
  test.each([
    ["no byte at all", [], "text-empty"],
    ["white space", [...utf8(" \n\t\r\n\u00A0\u2003")], "text-empty"],
    ["a byte order mark", bom.utf8, "text-empty"],
    ["a byte order mark of UTF-16", bom.le, "text-empty"],
    ["a picture", png, "text-binary"],
    ["an archive", [0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 1, 2], "text-binary"],
    ["a text with a zero in it", [...utf8("The ship"), 0, ...utf8("sank.")], "text-binary"],
    ["control characters", Array.from({ length: 100 }, (_, i) => (i % 8) + 1), "text-binary"],
    ["half a pair of UTF-16", [...bom.le, 0x3d, 0xd8, 0x41, 0], "text-undecodable"],
    ["half a unit of UTF-16", [...bom.le, 0x41, 0, 0x42], "text-undecodable"],
  ])("%s", (_name, bytes, code) => {
    expect(read(Uint8Array.from(bytes))).toBe(code)
  })

  test("and broken UTF-8 under its own name says which encoding it was", () => {
    const broken = bytesOf(utf8("The ship "), [0xe2, 0x82], utf8(" sank."))
    expect(rawText(broken, "utf-8")).toEqual({ ok: false, failure: { code: "text-undecodable", encoding: "utf-8" } })
  })

  test("nor what was pasted with half a surrogate pair or a zero", () => {
    const code = (text: string) => {
      const checked = checkedText(text, "utf-8")
      return checked.ok ? "ok" : checked.failure.code
    }
    expect([code("a\uD83D"), code("a\0b"), code("\uFEFF \n"), code("a")]).toEqual([
      "text-undecodable",
      "text-binary",
      "text-empty",
      "ok",
    ])
  })
})

/** Texts of every plane that are texts: no zero, few control characters, something to read. */
const texts = fc
  .array(fc.string({ unit: "binary", maxLength: 20 }), { minLength: 1, maxLength: 4 })
  .map(parts => `Text: ${parts.join("\r\n").replaceAll(/(?!\s)\p{Cc}/gu, "")}.`)

test("a text of any characters comes back as its bytes were, in UTF-8 with and without a mark", () => {
  fc.assert(
    fc.property(texts, fc.boolean(), (text, mark) => {
      const bytes = utf8(text)
      const result = rawText(mark ? bytesOf(bom.utf8, bytes) : bytes)
      expect(result).toEqual({ ok: true, value: { text, encoding: "utf-8" } })
      if (result.ok) expect(utf8(result.value.text)).toEqual(bytes)
    }),
    { numRuns: 500 },
  )
})

test("and in UTF-16 with a mark", () => {
  fc.assert(
    fc.property(texts, fc.boolean(), (text, big) => {
      const result = rawText(bytesOf(big ? bom.be : bom.le, wide(text, big)))
      expect(result).toEqual({ ok: true, value: { text, encoding: big ? "utf-16be" : "utf-16le" } })
    }),
    { numRuns: 500 },
  )
})

test("only one byte order mark is dropped: a second one belongs to the text", () => {
  expect(rawText(bytesOf(bom.utf8, utf8("\uFEFFa")))).toMatchObject({ value: { text: "\uFEFFa" } })
})

test("no bytes whatever make it throw", () => {
  const chosen = fc.constantFrom("", "utf-8", "utf-16be", "windows-1251", "koi8-r", "replacement", "x")
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), chosen, (bytes, encoding) => {
      const result = rawText(bytes, encoding)
      if (result.ok) expect(result.value.text.isWellFormed()).toBe(true)
      else expect(result.failure.code).toMatch(/^text-(empty|binary|undecodable)$/)
    }),
    { numRuns: 2_000 },
  )
})
