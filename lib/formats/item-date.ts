import { cslOfEdtf, edtfOfCsl } from "../domain/csl-date.ts"
import { parseEdtf } from "../domain/edtf-date.ts"
import type { CslDate } from "../domain/source.ts"

/**
 * A date of CSL-JSON as programs write it: parts that are numbers or text, "raw" words, seasons, or EDTF alone. Null
 * when it says nothing, or a day that does not exist.
 */
export function cslDateFrom(value: unknown): CslDate | null {
  if (typeof value === "string" || typeof value === "number") return ofWords(String(value))
  if (typeof value !== "object" || value === null) return null
  const { "date-parts": parts, season, circa, literal, raw } = value as Readonly<Record<string, unknown>>
  const numbers = Array.isArray(parts) ? parts.map(numbersOf) : []
  const known = numbers.filter(date => date !== null)
  if (known.length > 0 && known.length === numbers.length && known.length <= 2) {
    const [first] = known
    const number = seasonNumber(season)
    if (number !== null && known.length === 1 && first?.length === 1) return ofWords(`${padded(first[0]!)}-${number}`)
    const date = { "date-parts": known, ...(isTrue(circa) && { circa: true }) }
    return edtfOfCsl(date) === null ? null : date
  }
  const words = [literal, raw].find(text => typeof text === "string" && text.trim() !== "")
  return typeof words === "string" ? ofWords(words) : null
}

/** "1999/05/22/" and "1999/05//", as RIS has them. */
const slashed = /^(\d{4})\/(\d\d)?\/(\d\d)?(?:\/.*)?$/

function ofWords(words: string): CslDate | null {
  const text = words.replaceAll(/\s+/g, " ").trim()
  if (text === "") return null
  const date = parseEdtf(text.replace(slashed, (_, ...parts) => parts.slice(0, 3).filter(Boolean).join("-")))
  return date ? cslOfEdtf(date) : { literal: text }
}

/** Year, month and day as numbers; a zero after the year ends the date, as some programs write it. */
function numbersOf(date: unknown): number[] | null {
  if (!Array.isArray(date)) return null
  const numbers = date.filter(part => part !== "" && part !== null).map(Number)
  const end = numbers.findIndex((part, i) => i > 0 && part === 0)
  const said = end < 0 ? numbers : numbers.slice(0, end)
  return said.length >= 1 && said.length <= 3 && said.every(part => Number.isInteger(part)) ? said : null
}

const seasonNumber = (season: unknown) => {
  const number = Number(season)
  if (season === undefined || season === "" || !Number.isInteger(number)) return null
  return number >= 1 && number <= 4 ? number + 20 : number >= 21 && number <= 24 ? number : null
}

const padded = (year: number) => String(year).padStart(4, "0")
const isTrue = (circa: unknown) => circa === true || circa === 1 || circa === "1" || circa === "true"
