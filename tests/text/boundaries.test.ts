import { describe, expect, test } from "vitest"
import { splitText } from "../../lib/text/split-text.ts"
import { holds, marked } from "./marked.ts"

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
    "Вы сильно торопитесь.|~Б. Н. Орлов пишет иначе.",
    "Номер стоит внизу.|~Ф. 8123, оп. 8, д. 344, л. 71.",
    "The mill burned.|~J. Hale left.",
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

describe("interviews", () => {
  holds([
    "[00:00:05]|INTERVIEWER:|When did you start?|[00:00:09]|MR. HALE:|In May.|I was fifteen.",
    "Speaker 2 (00:12):|What do you mean?|[Speaker 1]:|Nothing.|The Inspector:|Go on.",
    "A.K.:|He did, yes.|N.B.:|And then?|JS:|We left.",
    "Q.|Did you see it?|A.|I did.|Q.|When?|A.|In May.",
    "00:01:02.345 --> 00:01:05.120|<v Anna Weiss>|~I remember the frost.",
    "HALE:|[coughing]|It was cold.|(Laughs.)|You had to laugh.|[laughter]|We did.",
    "И.:|Сколько вам было?|А. П. Орлова:|Девять.|Корр.:|А потом?|Вопрос:|Где вы жили?|Ответ:|В Самаре.",
    "— Вы помните?|— Да.|— А кто был командир?|— Не помню.",
    "— Где ты был? — спросил он. — Я ждал.",
    "He went off HALE:|I never saw him again.".replace("off H", "off|H"),
    "Note: The clerk left.|Source: the county archive.",
    "He gave three reasons: the frost, the war and the price of coal.",
  ])
  test("a field of a record's head is no label", () => {
    expect(marked("Interviewee: Isaac Reed, retired clerk\nHe left.")).toBe(
      "Interviewee: Isaac Reed, retired clerk|He left.",
    )
  })
})

describe("old print and its pages", () => {
  holds([
    "PORTSMOUTH, Tuesday.—|~The lighter sank.|LONDON, 3 March (Reuters) -|The board met.",
    "THE BRIDGE.—|~At noon it fell.|Sir,—|~I have crossed it daily.",
    "By JOHN REED Staff Writer|The mayor has resigned.",
    "By Jane Roe|The mayor has resigned.",
    "The boat was struck by the tug|THE EVENING POST, MARCH 4, 1911. PAGE 7|Hercules off the mole.",
    "He left in July.1|It was cold.2|Nobody knew.",
    "The order was lost.|45|Some of them wept.",
    "The train carried 45 Russian officers.|Nobody counted them.",
    "Of all chemists, 7½d. and 1s. 1½d. the box.",
  ])
  test("a running header stands alone in the midst of a sentence", () => {
    const page =
      "the van and all its load were carried away\n6   THE COUNTY POST, MARCH 18, 1911.\nand cast up on the green."
    expect(marked(page)).toBe(page.replaceAll("\n", "|"))
    expect(marked("The mill burned\n12 THE GAZETTE\ndown on the Sunday.")).toBe(
      "The mill burned|12 THE GAZETTE|down on the Sunday.",
    )
    expect(marked("The mill burned down\n— 12 —\non the Sunday.")).toBe("The mill burned down|— 12 —|on the Sunday.")
  })
  test("a line that a sentence began within is measured from its own start", () => {
    const column = "He was the last to leave the town. The\nChairman, Mr. Hale, stated that a fund had been\nopened."
    expect(marked(column)).toBe(column.replace(". The", ".|The"))
  })
})

describe("forums and threads", () => {
  holds([
    "Спасибо))|Да ладно вам)))|я сам видел:)|Ну и что.",
    "не знаю.|там вроде были танки.|полк вроде 160-й.|кто видел?",
    "he was there.|i saw him at 4 p.m. myself.|it was ok!|then the war came.",
    "She works at Yahoo! in the office.",
    "Ann_Lee Jun 2, 2014 at 11:31|Say what you mean.|halfnight Jun 3, 2014 at 20:10|The scan skips a page.",
    "History|~[edit]|~The mill made paper.",
    "See https://example.org/a.b|The scan is there.",
    "They never met|He was already abroad.",
    "Он уехал летом|Она осталась одна.",
    "They read The Times of London and lived in The Hague.",
    "Она любила фильм Они сражались за родину.",
  ])
  test("lines of chrome, signatures and quotations stand alone", () => {
    const thread =
      "Reed_65\n14 фев 2013, 21:07   Сообщений: 318\nвсем привет.\nForum » Units » Rifle divisions\nReed_65 писал(а):\n> не знаю\nЦитата:\nкто это был?"
    expect(marked(thread)).toBe(thread.replaceAll("\n", "|"))
  })
  test("a quotation wrapped over marked lines is one sentence", () => {
    expect(marked("> I think that the order\n> was never sent.\nIt was.")).toBe(
      "> I think that the order\n> was never sent.|It was.",
    )
  })
})

describe("references", () => {
  holds([
    "ЦАМО РФ. Ф. 48а. Оп. 3408. Д. 71. Л. 425.|Копия.",
    "ОР РНБ. Ф. 601. № 1234. Л. 1.|Подлинник.",
    "Там же. Л. 12.|Это спорно.",
    "ЦАМО РФ, ф. 208, оп. 2511, д. 1, л. 5.|Там всё есть.",
    "Вопросы истории. 1990. № 5. С. 12–15.",
    "BArch, RH 20-6/238, Bl. 45.|TNA, WO 95/1.|The file is closed.",
    "P.S. I am moving.",
  ])
})

describe("lines", () => {
  test("a word that only opens sentences begins one on a new line, whether the line before has its stop or not", () => {
    const post = "Возможно, печи продали налево ещё в Череповце\nНе верьте вы этим отчётам."
    expect(marked(post)).toBe(post.replace("\n", "|"))
    const leaning = "He read of it in\nThe Times and wrote back."
    expect(marked(leaning)).toBe(leaning)
  })

  test("who writes without capitals ends a sentence with the line, where the next word would have fitted", () => {
    const post =
      "he came to the works in 1958 as an apprentice\nthe foreman was an old man who had seen the first machine and told us of it every day"
    expect(marked(`Reply\n\n${post}`)).toContain(post.replace("\n", "|"))
  })

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
