import { describe, expect, test } from "vitest"
import type { UnitKind } from "../../lib/domain/unit.ts"
import { splitText } from "../../lib/text/split-text.ts"

/** The kind of the first unit of a text. */
function kindOf(text: string): UnitKind | undefined {
  return splitText(text)[0]?.kind
}

const examples: Record<UnitKind, readonly string[]> = {
  claim: [
    "The clerk left Odessa in 1902.",
    "He wanted to learn more about the trial before he left.",
    "The newsletter of the party reported his death in May.",
    "This question divided the party for years.",
    "He cast a long shadow over the party.",
    "Clerks burn letters when a war begins.",
    "Orlova predicted that the plan would fail.",
    "Он уехал в Одессу в 1902 году.",
    "Орлов — секретарь комиссии.",
    "According to Orlova, the court will meet again.",
  ],
  opinion: [
    "The choice of place was interesting.",
    "In my opinion the court erred.",
    "The young will remember him for centuries.",
    "Это было очень странно.",
    "Это была ужасная ошибка.",
  ],
  question: ["Who signed the order?", "Corrections?", "Кто подписал приказ?", "He asked himself (was it he?)"],
  instruction: [
    "Please, name your sources.",
    "Consider the dates of the letters.",
    "Don't forget the second letter.",
    "Приведите, пожалуйста, источник.",
  ],
  meta: ["This answer repeats the one above.", "The OP is asking about the diary.", "(cont.)", "Ваш ответ не о том."],
  boilerplate: [
    "Copy this address into your RSS reader to follow the thread.",
    "12 votes, 3 comments.",
    "Read more",
    "Sign up for our newsletter and never miss a story again.",
    "2 yr. ago.",
    "2 года назад.",
    "rev2024.5.1.1234.",
    "Photo: Jane Roe.",
    "@j.roe.",
    "Site design / logo 2024 Example Inc; user contributions licensed freely.",
    "How the clerk was found, Why letters burn (PHOTOS), The lost diary: life in exile.",
    "https://example.org/letters",
    "***",
    "© 2024 Example Press",
    "Все права защищены",
  ],
  fragment: [
    "Photograph of Orlova and her sister, in the garden of a house in Odessa.",
    "History .",
    "A letter to the editor.",
    "5.",
    "РГВА. Ф. 4. Оп. 19. Д. 18. Л. 45.",
    "Письмо в редакцию.",
  ],
}

describe.each(Object.entries(examples))("%s", (kind, texts) => {
  test.each(texts)("%s", text => {
    expect(kindOf(text)).toBe(kind)
  })
})

test("a verb with a lost apostrophe still makes a predicate", () => {
  expect(kindOf("The clerks didnt come.")).toBe("claim")
})
