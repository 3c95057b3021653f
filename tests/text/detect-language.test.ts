import { expect, test } from "vitest"
import { detectLanguage } from "../../lib/text/detect-language.ts"

test.each([
  ["The clerk left Odessa in 1902.", "en"],
  ["Секретарь уехал из Одессы в 1902 году.", "ru"],
  ["Он писал: «The New York Times», а потом уехал.", "ru"],
  ["1902, 1903: 5.", "und"],
  ["", "und"],
  ["东京是日本的首都", "und"],
])("%s is %s", (text, language) => {
  expect(detectLanguage(text)).toBe(language)
})
