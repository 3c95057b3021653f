import { monthNames } from "./month-names.ts"
import type { CslDate } from "./source.ts"

const months = {
  en: monthNames,
  ru: [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
  ],
  ofRu: [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
  ],
} as const

/** A date of CSL-JSON for a note: "11 June 1937", "11 июня 1937 г."; its own words where it has no parts. */
export function cslDateWords(date: CslDate | undefined, language: "en" | "ru"): string {
  const dates = date?.["date-parts"] ?? []
  if (dates.length === 0) return date?.literal ?? ""
  const words = dates.map(parts => dayWords(parts, language)).join("–")
  const about = language === "en" ? "c. " : "ок. "
  return `${date?.circa ? about : ""}${words}${language === "ru" ? " г." : ""}`
}

function dayWords([year, month, day]: readonly number[], language: "en" | "ru"): string {
  const name =
    month === undefined ? undefined : months[language === "ru" && day !== undefined ? "ofRu" : language][month - 1]
  return [day, name, year].filter(part => part !== undefined).join(" ")
}
