import { describe, expect, test } from "vitest"
import { splitText } from "../../lib/text/split-text.ts"

/** The text with its boundaries marked: a bar stands where one unit ends and the next begins. */
function marked(text: string): string {
  return splitText(text)
    .map(unit => text.slice(unit.start, unit.end))
    .join("|")
}

/** Checks examples written with a bar at each boundary; `~` after a bar means that no space stands there. */
function holds(examples: readonly string[]) {
  test.each(examples)("%s", example => {
    const text = example.replaceAll("|~", "").replaceAll("|", " ")
    expect(marked(text)).toBe(example.replaceAll("|~", "|"))
  })
}

describe("stops", () => {
  holds([
    "The clerk left.|Nobody followed him.",
    "Who gave the order?|Nobody knows.|Strange!|He was gone.",
    "He waited… and waited.|Then he left.",
    "He never wrote again...|His sister did.",
    "They asked about the diary ... but it was lost.",
    "Was it he?!|So they said.",
    "It cost 3.50 roubles and took 1.5 hours.|Nobody paid.",
    "The vote ended at 10.30 or at 22:15.|It was close.",
    "She kept the letters.|1918 was a hard year.",
    "That was in 1917.|It was cold.",
    "“Orlov [...] used the word [...]” (Reed 55).",
    "The thing is . . . I did not know.",
    "That was all . . . .|Next came the war.",
  ])
})

describe("abbreviations, initials and acronyms in English", () => {
  holds([
    "Dr. Orlova and Mr. Reed met Gen. Orlov on Aug. 4, 1920.|They talked.",
    "J. K. Reed wrote it with A.B. Orlov.|It was printed in 1931.",
    "He lived in the U.S. for years.|She stayed in the U.S.S.R. until 1940.",
    "He works for the U.S. Government.",
    "They sailed to the U.S.|They never came back.",
    "See p. 12, vol. 3, no. 4 and fig. 2 for details.",
    "Letters, diaries, etc. were burnt.|Maps, plans, etc.|The rest was sold.",
    "Reed & Co. sold it to Orlov Bros. in May.|They were bankrupt.",
    "He came at 5 p.m. on Monday.|The train left at 6 p.m.|She missed it.",
    "We, the two clerks and I.|Nobody else came.",
    "That is vitamin C.|It helps.",
  ])
})

describe("abbreviations, initials and references in Russian", () => {
  holds([
    "Он родился в г. Одессе в 1879 г. и уехал в 1902 г.|Потом он вернулся.",
    "А. И. Орлов и проф. Б.В. Смирнов спорили.|Никто не победил.",
    "Письма, дневники и т. д.|Всё это сгорело.",
    "Стоило 5 руб. 30 коп. за шт.|Никто не купил.",
    "В 1920-1921 гг. Орлов жил в Москве.|Он болел.",
    "Он был выслан из города осенью 1929 г. Орлов протестовал.".replace(". О", ".|О"),
    "То самое письмо пропало в 1950-х гг.|Историк Орлов его видел.",
    "См. с. 12, т. 3, гл. 4 и рис. 2.",
    "РГВА. Ф. 4. Оп. 19. Д. 18. Л. 45.|Документ подлинный.",
    "ГАРФ. Ф. Р-12. Оп. 3. Д. 5. Лл. 7-8 об.|Копия.",
    "Жил на ул. Садовой, д. 5, кв. 7.|Соседи его помнили.",
  ])
})

describe("direct speech", () => {
  holds([
    "“Nothing is lost,” she said.|He did not believe it.",
    '"Is it true?" he asked.|"It is."',
    '"Is it true?" Orlova asked.|Nobody answered.',
    'He called it "a provocation."|The court agreed.',
    "«Где ты был?» — спросил он.|Она молчала.",
    "— Где ты был? — спросил он. — Я ждал.|Она молчала.",
    "Он сказал: «Я устал».|Потом ушёл.",
    "«Всё кончено!»|Больше он ничего не написал.",
  ])
})

describe("addresses, versions, citation marks", () => {
  holds([
    "See https://example.org/a.b/c.html?x=1.|It is all there.",
    "Write to jane.roe@example.org.|She answers.",
    "The file lies at www.archive.Example.org/letters for all.",
    "It runs on Node.js and ASP.NET at example.com.|Nobody minds.",
    "rev2024.5.1.1234.|In the end it failed.",
    "The order was signed.[12]|The copy was not.[3][4]|~The archive is silent.",
    "He denied it.[citation needed]|She did not.",
  ])
})

describe("damage", () => {
  holds([
    "It lay in the archive.|~In 1950 it was found.|It was 1950.|~It was late.",
    'He said "no."|~She said "yes."',
    'He said "no."|~She said yes."|Then he left.',
    "Она уехала.|~Он остался.",
    "Он молчал (так писали).|~Потом заговорил.",
    "She was his rival,.|He also criticised the plan for.|Then it stopped.",
    "the pact was signed. leader of the opposition, an essay.".replace(". l", ".|l"),
    "Он сказал «нет.|Потом ушёл.|— Да, — сказала она.",
    'He shouted "stop and ran away.|Nobody heard him.|The end came soon.',
    "It was said (in the trial that he knew.|He did not.|Nobody asked.",
  ])
})

describe("what stands alone", () => {
  holds([
    "The clerk left.|5.|@roe, and what about you?",
    "@j.roe.|The dates do not agree.",
    "Worse was to come.|5.|The clerk left.",
    "Answer by Jane|The Orlov trial ended.",
    "Answer by Jane Roe|Why did he leave?",
    "Answer by Jane Roe|The clerk left.",
    "Nadia Orlova, 1921|Orlova was a clerk in the ministry.",
    "To subscribe to this feed, copy the address.|rev2024.5.1.1234.|12 votes, 3 comments.|(cont.).|But he refused.",
    "He spoke for an hour.|(Applause.)|Then he left.",
    "He taught (he had been a clerk.) at the school.",
    "MOSCOW (AP) —|The court met on Monday.",
    "Dear colleagues,|The archive is closed.",
    "Q:|Where were you?|A:|I was at home.",
    "EARLY LIFE AND CAREER|He was born in Odessa.",
    "[00:12:31]|I remember the winter.",
    "==========|The second part begins here.",
    "1) The first letter 2) The second letter".replace(" 2)", "|2)"),
    "1. The first letter.|2. The second letter.",
    "a. The first letter|b. The second letter",
    "• The first letter|• The second letter",
    "Нужно взять 1)письма 2)дневник.",
  ])
})

describe("lines", () => {
  test("a line break in running prose does not cut, nor does a hyphen at a line's end", () => {
    expect(marked("The clerk of the minis-\ntry left on the\nevening train for Odessa.")).not.toContain("|")
  })
  test("a blank line cuts, also without a stop", () => {
    expect(marked("The arrest\n\nhe was taken at night")).toBe("The arrest|he was taken at night")
    expect(marked("The arrest\r\n\r\nhe was taken")).toBe("The arrest|he was taken")
  })
  test("a short line before a longer one is a heading", () => {
    expect(marked("The arrest\nHe was taken at night and never came back to his flat.")).toBe(
      "The arrest|He was taken at night and never came back to his flat.",
    )
  })
  test("list items and speeches begin on their line", () => {
    expect(marked("Sources:\n- the diary\n- the letters")).toBe("Sources:|- the diary|- the letters")
    expect(marked("— Да\n— Нет")).toBe("— Да|— Нет")
  })
  test("a run of chrome on a line is one unit", () => {
    expect(marked("Home About Sign in Newsletter\n\nHe left.")).toBe("Home About Sign in Newsletter|He left.")
  })
  test("a unit says what ended it", () => {
    const ends = splitText("He wrote to Dr.\n\nshe stayed\n\nWhy? It was late.").map(unit => unit.rules[1])
    expect(ends).toEqual(["full-stop", "paragraph", "question-mark", "full-stop"])
  })
  test("nothing but white space has no units", () => {
    expect(splitText("")).toEqual([])
    expect(splitText(" \n\t\u00a0 ")).toEqual([])
  })
})
