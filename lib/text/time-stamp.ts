import { isDigitAt, isLetterAt } from "./characters.ts"

const clock = "\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,3})?)?(?: ?[AaPp]\\.?[Mm]\\b\\.?)?"
const day =
  "(?:\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)? \\p{L}{3,9}\\.?,? \\d{4}|" +
  "\\p{L}{3,9}\\.? \\d{1,2},? \\d{4}|[Сс]егодня|[Вв]чера|[Tt]oday|[Yy]esterday)"
const time = "\\d{1,2}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,3})?"
const mark = new RegExp(
  [
    `[[({<]${time}(?: ?(?:-->|[-–—]) ?${time})?[\\])}>]`,
    `${time} --> ${time}(?:[ \\t]+[a-z]+:[\\w%.,-]+){0,6}`,
    `${day}(?:г\\.|,? г\\.| года)?(?:,|\\.|:)?(?: (?:at|в|в:|@|-|–|—|\\|))? ${clock}`,
    "\\d{1,2}:\\d{2}:\\d{2}(?:[.,]\\d{1,3})?(?: ?[AaPp]\\.?[Mm]\\b\\.?)?",
    `${clock},? ${day}`,
    "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \\d{1,2}(?: ['’]\\d{2})? at \\d{1,2}:\\d{2}",
  ].join("|"),
  "uy",
)

/** Whether a time can begin at `at`: not with a number of three digits, nor one that a word of prose follows. */
function mayBegin(text: string, at: number): boolean {
  let end = at
  while (end < at + 5 && isDigitAt(text, end)) end++
  const digits = end - at
  if (digits === 0) return true
  const after = text.charCodeAt(end)
  if (digits > 2) return digits === 4 && after === 0x2d
  return after === 0x3a || after === 0x20 || after === 0x2e || after === 0x2f || after === 0x2d || isLetterAt(text, end)
}

/** The length of the time code or time of posting at `at`, such as "[00:12:31]" or "3 May 2015, 14:22"; 0 if none. */
export function stampLength(text: string, at: number): number {
  if (!mayBegin(text, at)) return 0
  mark.lastIndex = at
  return mark.exec(text)?.[0].length ?? 0
}
