export type Language = "en" | "ru" | "und"

/** Letters looked at: enough to tell, few enough not to feel on a book. */
const sampleSize = 20_000

/**
 * Tells Russian from English by the share of Cyrillic among the letters of the text's beginning.
 * Answers "und" when there are hardly any letters or neither alphabet leads clearly.
 */
export function detectLanguage(text: string): Language {
  let latin = 0
  let cyrillic = 0
  const end = Math.min(text.length, sampleSize)
  for (let index = 0; index < end; index++) {
    const code = text.charCodeAt(index) | 0x20
    if (code >= 0x61 && code <= 0x7a) latin++
    else if (text.charCodeAt(index) >= 0x400 && text.charCodeAt(index) <= 0x4ff) cyrillic++
  }
  const letters = latin + cyrillic
  if (letters < 3) return "und"
  if (cyrillic / letters >= 0.4) return "ru"
  return latin / letters >= 0.7 ? "en" : "und"
}
