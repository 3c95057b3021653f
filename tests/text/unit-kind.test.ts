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

/** Kinds that wider classes of words tell, a kind and its units a line. */
const wider: readonly (readonly [UnitKind, readonly string[]])[] = [
  [
    "claim",
    [
      "Mind you, he also swore that the dam had held.",
      "The drug was withdrawn in May, and its two seed lots now lie in one cellar.",
      "The report has me leaving at ten, which is wrong, but nobody asked me.",
      "Одно с другим не сходится, лёд на озере не стоит.",
      "Рукавицы до сих пор целы.",
      "A Mill Fire Changed Everything",
      "Clerks Revive Forgotten Feud",
      "ORLOV TRIAL OPENS",
      "Rumour places tbe true figure higher.",
      "The council voted to close the mill.",
      "He attached two photos to the report.",
      "This column marched to Riga in May.",
      "A copy of the recording lies in Riga.",
      "For information on the mill she had to write to Riga.",
      "The bank granted a credit to the mill.",
      "Позже он расскажет, что видел пожар.",
    ],
  ],
  [
    "opinion",
    [
      "That miller was an honester man than his masters.",
      "It was the happiest year of my life.",
      "He was the best miller on that coast.",
      "No braver act was ever done on the river.",
      "A more shameful scene has never been printed.",
      "In our judgment the rule does not go half far enough.",
      "The affair is a blot upon the good name of the town.",
      "It is a sorry spectacle.",
      "Its a charming story.",
      "In Orlova's view it is a clumsy swindle.",
      "To Editor Reed the whole business is a disgrace.",
      "Reed thought her the ablest clerk in the office.",
      "It'll all come out in the end.",
      "The town will have a finer mill by spring.",
      "Справочник, впрочем, так себе.",
      "Рассказ, конечно, замечательный.",
      "Это просто бесценная находка.",
      "Страшнее той зимы ничего не было.",
      "По-моему, это чепуха.",
      "Стелу поставили для галочки.",
      "Никто вам ничего не покажет.",
    ],
  ],
  [
    "instruction",
    [
      "Beware of imitations.",
      "For particulars of the sale see our first page.",
      "For parti-\nculars of the sale see our first page.",
      "Thank you both; do keep the programme.",
      "@tolm_9 read the help page before you vote.",
    ],
  ],
  [
    "meta",
    [
      "The tide table is crowded out of our present issue.",
      "We regret that the name was misspelled in last week's issue.",
      "We do not hold ourselves responsible for the opinions of our correspondents.",
      "The first minutes of the tape are damaged.",
      "The transcript has been shortened.",
      "I've said that already.",
      "We had better stop there.",
      "Voting to close as opinion-based.",
      "[Tape stopped; resumes after tea.]",
      "[several words inaudible]",
      "[laughs]",
      "[Clock strikes.]",
      "[Both laugh.]",
      "Открываю тему, потому что старая закрыта.",
      "Скан прикрепил к сообщению.",
      "Тему на время закрываю.",
      "Огромное спасибо за ссылку.",
      "Конец отрывка.",
      "Thread locked.",
      "The continuation of this report will be found on page 6.",
      "We must decline to print it.",
      "Всем спасибо, тему можно закрывать.",
    ],
  ],
  [
    "boilerplate",
    [
      "THE CLAREMONT GAZETTE",
      "THE DUNMORE HERALD.",
      "Заголовок: Мельница",
      "ORLOV'S FOR BOOTS — PHONE 41",
      "Old Mill Project — OMP/88 — page 4",
      "Digitized by the Mill Project Image 4 of 8",
      "Contents 1 Background 2 The mill 3 The fire",
      "(Courtesy Mill Museum)",
      "History of Milling Home Tags Users Unanswered",
      "Museum of the Old Town at Riga Tags Users Unanswered",
      "Прикреплённые файлы: mill_l32.jpg (412 КБ, скачиваний: 96)",
      "[/quote]",
    ],
  ],
  [
    "fragment",
    [
      "May 17.—",
      "К сожалению, нет.",
      "Maybe so.",
      "On that coast, perhaps.",
      "course ever since they rounded the cape.",
      "[Long pause, then the clock.]",
      "Loss of Sixty Sacks; Origin in Doubt",
      "НАРБ, ф. 861, оп. 1, д. 9, л. 112",
    ],
  ],
]

describe.each(wider)("%s by wider classes of words", (kind, units) => {
  test.each(units)("%s", unit => {
    expect(kindOf(unit)).toBe(kind)
  })
})

test("a name after the closing formula of a letter is its signature", () => {
  const kinds = splitText("Close the mill.\nYours, &c.,\nA MILLER THAT WAS.").map(unit => unit.kind)
  expect(kinds).toEqual(["instruction", "fragment", "boilerplate"])
})
