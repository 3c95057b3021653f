import { edtfOfCsl } from "../domain/csl-date.ts"
import { doiOf } from "../domain/doi.ts"
import { parseEdtf } from "../domain/edtf-date.ts"
import { readIsbn } from "../domain/isbn.ts"
import type { CslItem } from "../domain/source.ts"
import { webAddress } from "../domain/web-address.ts"
import { cslFields, cslTypes, faultyFields } from "./csl-schema.ts"
import { shelfOf } from "./item-archive.ts"
import { cslDateFrom } from "./item-date.ts"
import { kindOf } from "./item-kind.ts"
import { languageTag } from "./language-tag.ts"
import { type ReadSource, unread } from "./source-candidate.ts"

type Item = Record<string, unknown>

/** Fields that say nothing about where the work is to be found, or belong to the program that wrote them. */
const passedOver = new Set(["id", "citation-key", "citation-label", "citation-number", "custom"])

/**
 * An item of CSL-JSON, however it was come by, as a candidate. Fields that the schema doesn't know or refuses are left
 * out and named; numbers become text, dates parts, DOI and ISBN their plain form, names of languages tags; a reference
 * to an archive is taken out of the fields that hold one. `excerpt` stands for the entry where it cannot be read.
 */
export function itemCandidate(item: Readonly<Item>, excerpt: string, created = ""): ReadSource {
  const notes: string[] = []
  const { csl, left } = cleaned(item, notes)
  const faulty = new Set(faultyFields(csl))
  for (const field of faulty) delete csl[field]
  left.push(...faulty)
  const title = typeof csl["title"] === "string" ? csl["title"] : ""
  if (title === "") return unread(excerpt, "It has no title. Give it one in the file, or add the source by hand.")
  const { archive, note } = shelfOf(csl)
  if (note) notes.push(note)
  if (left.length > 0) notes.push(`Left out: ${left.sort().join(", ")}.`)
  const type = typeof csl["type"] === "string" ? csl["type"] : "document"
  const whole: CslItem = { ...csl, type, title }
  const { kind, note: kindNote } = kindOf(type, title, archive !== null)
  if (kindNote) notes.push(kindNote)
  const made = parseEdtf(created)?.edtf ?? dateOf(csl["original-date"]) ?? dateOf(csl["issued"]) ?? ""
  return { ok: true, candidate: { kind, csl: whole, archive, created: made, tells: "" }, notes }
}

function cleaned(item: Readonly<Item>, notes: string[]): { csl: Item; left: string[] } {
  const csl: Item = {}
  const left: string[] = []
  for (const [field, value] of Object.entries(item)) {
    if (passedOver.has(field) || value === undefined || value === null) continue
    if (!cslFields.has(field)) {
      left.push(field)
      continue
    }
    const clean = cleanValue(field, value, notes)
    if (clean !== null) csl[field] = clean
  }
  if (typeof csl["type"] !== "string" || !cslTypes.has(csl["type"])) {
    if (csl["type"] !== undefined)
      notes.push(`Its type “${String(csl["type"])}” is not one of CSL; it was taken for a document.`)
    csl["type"] = "document"
  }
  return { csl, left }
}

const dates = new Set(["accessed", "available-date", "event-date", "issued", "original-date", "submitted"])

function cleanValue(field: string, value: unknown, notes: string[]): unknown {
  if (dates.has(field)) return cslDateFrom(value) ?? { unreadable: value }
  if (Array.isArray(value)) return value.map(cleanName).filter(name => name !== null)
  if (typeof value !== "string" && typeof value !== "number") return value
  const text = plainText(String(value))
  return text === "" ? null : identifier(field, text, notes)
}

/** Names without empty parts and the white space around them; a name without any part is none. */
function cleanName(name: unknown): unknown {
  if (typeof name !== "object" || name === null) return name
  const parts = Object.entries(name).flatMap(([part, value]) => {
    if (typeof value !== "string") return [[part, value]]
    const text = plainText(value)
    return text === "" ? [] : [[part, text]]
  })
  if (parts.length === 0) return null
  const clean: Readonly<Record<string, unknown>> = Object.fromEntries(parts)
  // A name in one piece is a body's, or all that is known: it is never turned round or shortened.
  return parts.length === 1 && clean["family"] !== undefined ? { literal: clean["family"] } : clean
}

function identifier(field: string, text: string, notes: string[]): string | null {
  switch (field) {
    case "DOI":
      return doiOf(text) ?? told(notes, `“${text}” is no DOI and was left out.`)
    case "ISBN":
      return isbnOf(text, notes)
    case "URL":
      return (
        webAddress(text.replaceAll("%5C_", "_")) ?? told(notes, `“${text}” is no address of a page and was left out.`)
      )
    case "language":
      return languageTag(text)
    default:
      return text
  }
}

function isbnOf(text: string, notes: string[]): string | null {
  const [first = ""] = text.split(/[,;]|(?<=[\dX])\s+(?=97[89])/)
  const read = readIsbn(first)
  if (read.ok) return read.isbn
  const why = read.why === "check-digit" ? "Its check digit is wrong" : "It has not ten or thirteen digits"
  return told(notes, `The ISBN “${text}” was left out. ${why}.`)
}

function told(notes: string[], note: string): null {
  notes.push(note)
  return null
}

const dateOf = (value: unknown): string | null => {
  const date = cslDateFrom(value)
  return date && edtfOfCsl(date)
}

/** Without the tags that CSL-JSON allows in a text: titles are shown as plain text everywhere. */
const plainText = (text: string) =>
  text
    .replaceAll(/<\/?(?:i|b|sc|sup|sub|em|strong|span(?:\s[^<>]{0,100})?)>/gi, "")
    .replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, " ")
    .trim()
