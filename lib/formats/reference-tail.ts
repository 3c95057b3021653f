import type { CslItem } from "../domain/source.ts"

type Fields = Partial<Omit<CslItem, "type" | "title">>

const year = "(?:1[5-9]|20)\\d\\d"
const place = "\\p{Lu}[\\p{L}-]*(?:\\.|(?:[\\s-]\\p{Lu}[\\p{L}-]*){0,2})"
const pages = "(?:[.,]?\\s(?:—\\s)?\\d{1,4}\\s?(?:с|p|pp|s)\\.?)?"
const imprint = new RegExp(
  `^(?<title>.*?\\S)[.,]?\\s(?:[—–]\\s)?\\(?(?<place>${place})\\s?:\\s(?<publisher>[^:;()]{2,80}?),\\s(?<year>${year})\\)?${pages}\\.?$`,
  "u",
)
const placeYear = new RegExp(
  `^(?<title>.*?\\S)\\.\\s(?:[—–]\\s)?(?<place>${place}),\\s(?<year>${year})${pages}\\.?$`,
  "u",
)

/** Place, publisher and year at the end of a reference to a book, and its title before them. Null when it ends otherwise. */
export function imprintOf(text: string): { readonly title: string; readonly fields: Fields } | null {
  const groups = (imprint.exec(text) ?? placeYear.exec(text))?.groups
  if (!groups) return null
  const { title = "", place: where, publisher, year: when } = groups
  return {
    title,
    fields: {
      ...(where !== undefined && { "publisher-place": where.trim() }),
      ...(publisher !== undefined && { publisher: publisher.trim() }),
      issued: { "date-parts": [[Number(when)]] },
    },
  }
}

/** The years that stand by themselves in a text, between punctuation: no part of a span, of a number or of a sentence. */
export const yearsIn = (text: string): readonly number[] => [
  ...new Set(
    [...text.matchAll(new RegExp(`(?<=^|[.,;(]\\s?)(?<year>${year})(?=$|[.,;:)])`, "gu"))].map(({ groups }) =>
      Number(groups?.["year"]),
    ),
  ),
]

/** What follows "//": the work that contains the title, then year, volume, number and pages by their signs. */
export function containerOf(text: string): Fields {
  const [name = "", ...rest] = text.split(/\.\s(?=\P{Ll})/u)
  const tail = rest.join(". ")
  const sign = (pattern: RegExp) => pattern.exec(tail)?.groups?.["value"]
  const volume = sign(/(?<!\p{L})(?:Т|Vol|Bd)\.\s?(?<value>\d{1,4})/u)
  const issue = sign(/(?:№|(?<!\p{L})(?:No|Nr|Вып)\.)\s?(?<value>\d{1,4}(?:[–/-]\d{1,4})?)/u)
  const page = sign(/(?<!\p{L})(?:С|Pp?|S|p)\.\s?(?<value>\d{1,5}(?:[–-]\d{1,5})?)/u)
  const years = yearsIn(text)
  return {
    "container-title": name.replace(/[.,;\s]+$/, ""),
    ...(volume !== undefined && { volume }),
    ...(issue !== undefined && { issue }),
    ...(page !== undefined && { page }),
    ...(years.length === 1 && { issued: { "date-parts": [[years[0]!]] } }),
  }
}
