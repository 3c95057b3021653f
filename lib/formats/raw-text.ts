import chardet from "chardet"
import { fail, ok, type Result } from "../domain/failure.ts"

export interface RawText {
  readonly text: string
  /** Label of the WHATWG encoding standard. */
  readonly encoding: string
}

/**
 * Reads the bytes of a file as text. `chosen` is an encoding that a person named and wins; empty, it is found out:
 * a byte order mark, then the zeros of UTF-16, then UTF-8 if the bytes are valid, then a single-byte encoding by
 * its letters. A byte order mark is dropped; nothing else is changed.
 */
export function rawText(bytes: Uint8Array, chosen = ""): Result<RawText> {
  if (bytes.length === 0) return fail({ code: "text-empty" })
  const encoding = chosen.trim().toLowerCase() || foundEncoding(bytes)
  if (!encoding.startsWith("utf-16") && bytes.includes(0)) return fail({ code: "text-binary" })
  const text = decoded(bytes, encoding)
  if (text === null) return fail({ code: "text-undecodable", encoding })
  return checkedText(text, encoding)
}

/** Refuses a text that can't be stored or read: broken characters, control characters, nothing but white space. */
export function checkedText(given: string, encoding: string): Result<RawText> {
  const text = given.startsWith("\uFEFF") ? given.slice(1) : given
  if (!text.isWellFormed()) return fail({ code: "text-undecodable", encoding })
  if (text.includes("\0") || controlShare(text) > 0.1) return fail({ code: "text-binary" })
  if (text.trim() === "") return fail({ code: "text-empty" })
  return ok({ text, encoding })
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
    const text = decoder.decode(bytes)
    return decoder.encoding === "windows-1252" ? withQuotes(text) : text
  } catch {
    return null
  }
}

// Some versions of Node decode Windows-1252 as Latin-1, which has control characters where it has quotes and dashes.
const high = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ"
const withQuotes = (text: string) => text.replaceAll(/[\x80-\x9F]/g, control => high[control.charCodeAt(0) - 0x80]!)

function foundEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le"
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be"
  const wide = wideByZeros(bytes)
  if (wide) return wide
  if (decoded(bytes, "utf-8") !== null) return "utf-8"
  return singleByte(bytes)
}

/**
 * In UTF-16 spaces, line breaks and Latin letters have a zero as their high byte, nearly always on the same side. A text
 * in ASCII with a stray zero has letters on that side instead.
 */
function wideByZeros(bytes: Uint8Array): string | null {
  if (bytes.length % 2 !== 0) return null
  const zeros = [0, 0]
  const letters = [0, 0]
  let ascii = true
  const end = Math.min(bytes.length, 65_536)
  for (let at = 0; at < end; at++) {
    const byte = bytes[at]!
    if (byte === 0) zeros[at % 2]!++
    else if (byte >= 0x30) letters[at % 2]!++
    if (byte >= 0x80) ascii = false
  }
  const enough = Math.max(1, end / 100)
  const high = (side: 0 | 1) =>
    zeros[side]! >= enough && zeros[1 - side]! * 4 < zeros[side]! && !(ascii && letters[side]! * 4 > end)
  return high(1) ? "utf-16le" : high(0) ? "utf-16be" : null
}

/** Cyrillic texts are mostly made of high bytes, Western ones have few of them. */
function singleByte(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 65_536)
  let high = 0
  let latin = 0
  for (const byte of sample) {
    if (byte >= 0xc0) high++
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) latin++
  }
  if (high <= latin) return "windows-1252"
  const named = chardet.analyse(sample).map(match => match.name.toLowerCase())
  return named.find(name => name === "windows-1251" || name === "koi8-r") ?? "windows-1251"
}

function controlShare(text: string): number {
  let controls = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const space = (code >= 9 && code <= 13) || code === 0x85
    if ((code < 32 || (code >= 127 && code < 160)) && !space) controls++
  }
  return text.length === 0 ? 0 : controls / text.length
}
