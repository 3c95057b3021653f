import { describe, expect, test } from "vitest"
import { holds, marked } from "./marked.ts"

describe("runs of links and counters, and signatures under comments", () => {
  holds([
    "Ask Question Asked 3 years, 2 months ago Modified 1 year ago Viewed 9k times 14|My map shows another mill.",
    "The mill is older.|– tolm_9 May 3, 2016 at 8:15 Add a comment 7|The dam was built first.",
    "The mill is older.|– Ann Reed May 3, 2016 at 8:15 −1|@tolm_9 which dam?",
    "Name the map.|– orlo May 3, 2016 at 8:15 2|@orlo read it first.",
    "It fell twice.|2 Answers Sorted by: Highest score (default) 31|The dam was built first.",
    "It fell.|– Ann Reed Mar 3 '12 at 9:00|The dam was built first.",
    "It fell.|– Ann Reed May 3 at 9:00|The dam was built first.",
    "2 Answers Active Oldest Votes 14|The dam was built first.",
    "Related 14|Were mills taxed at all?",
    "Viewed 4k times 9 Home Tags",
    "Sign up for our list of mills.",
    "Add a comment about mills.",
    "Nobody knows.|asked May 3, 2016 at 8:15 tolm_9 1,204 3 11|The dam was built first.",
    "None was caught before 1952.[2][citation needed]|edit",
    "It fell.|– tolm_9 May 3, 2016 at 8:15 3 Add a comment 7|The dam was built first.",
    "The mill is gone|^ Reed, J. (1935). The Mill. Vol. 2.",
  ])
  const lines: [string, string][] = [
    [
      "It fell. share|improve this answer edited Mar 4 '12 at 10:22 reed 1,204 3 The dam was built first.",
      "It fell.|share|improve this answer edited Mar 4 '12 at 10:22 reed 1,204 3|The dam was built first.",
    ],
    [
      "– tolm_9 May 3, 2016 at 8:15 | 2 Answers Sorted by: Highest score (default) 31 It fell.",
      "– tolm_9 May 3, 2016 at 8:15 | 2 Answers Sorted by: Highest score (default) 31|It fell.",
    ],
    ["Цитата (Ondra @ 12.03.2009, 14:20)\nМельница цела?", "Цитата (Ondra @ 12.03.2009, 14:20)|Мельница цела?"],
    [
      "она стояла у реки, где был и пруд\n[/quote]\nЭто не так.",
      "она стояла у реки, где был и пруд|[/quote]|Это не так.",
    ],
    ["[quote=Ondra]Мельница цела.", "[quote=Ondra]|Мельница цела."],
    ["Похожие темы: Пруд (8) • Дом (19) • Мост", "Похожие темы: Пруд (8) • Дом (19) • Мост"],
    ["Bring along:\n• bread\n• tea", "Bring along:|• bread|• tea"],
    ["Страницы: 1 2 3 ... 9 След.\nМельница цела.", "Страницы: 1 2 3 ... 9 След.|Мельница цела."],
    [
      "OLD MILL PROJECT  OMP/88  Tape 1, side A\nThis was said.",
      "OLD MILL PROJECT  OMP/88  Tape 1, side A|This was said.",
    ],
    ["Old Mill Project, Tape 3, Side A\nInterviewer: P. Reed", "Old Mill Project, Tape 3, Side A|Interviewer: P. Reed"],
    [
      "References\n^ Reed, J. (1935). The Mill. Zschr. f. Müller 12: 44.\n^ Orlo, Der Teich, Kap. 3.",
      "References|^ Reed, J. (1935). The Mill. Zschr. f. Müller 12: 44.|^ Orlo, Der Teich, Kap. 3.",
    ],
    [
      "Из воспоминаний Анны Орловой, 1931 г. р. (тетрадь, 1987):\nМы ещё спали.",
      "Из воспоминаний Анны Орловой, 1931 г. р. (тетрадь, 1987):|Мы ещё спали.",
    ],
    [
      "From the diary of Ann Reed (notebook, 1931):\nWe were asleep.",
      "From the diary of Ann Reed (notebook, 1931):|We were asleep.",
    ],
    [
      "Мельница сгорела осенью, и хозяин с тех пор жил у брата за рекой, а потом уехал в город насовсем, там женился и больше никогда не возвращался. На борту находилось\n17 человек.",
      "Мельница сгорела осенью, и хозяин с тех пор жил у брата за рекой, а потом уехал в город насовсем, там женился и больше никогда не возвращался.|На борту находилось\n17 человек.",
    ],
    [
      "я выписывал номер на бумажку ещё в две тысячи четвёртом году, а потом её потерял. вроде бы это был фонд 87, опись 3\nДело потом забрали куда-то в другое место, как мне тогда говорили, и обратно его уже так никто и не вернул до сих пор.",
      "я выписывал номер на бумажку ещё в две тысячи четвёртом году, а потом её потерял.|вроде бы это был фонд 87, опись 3|Дело потом забрали куда-то в другое место, как мне тогда говорили, и обратно его уже так никто и не вернул до сих пор.",
    ],
  ]
  test.each(lines)("%j", (text, expected) => {
    expect(marked(text)).toBe(expected)
  })
})

describe("labels, formulas and captions of newspapers and transcripts", () => {
  holds([
    "He saw it.|By the Coroner:|The lead was not used.|By a Juror:|He was sober.|Cross-examined by Mr. Reed:|He was not.",
    "Int.:|Tell me about the mill.|Resp.:|It burned.",
    "Mrs. H.:|Ellen Reed.|M:|And then?",
    "She was born in 1931.|[crosstalk]|(Applause.)",
    "SIR,—|~I saw the mill burn.",
    "He was robbed.|Yours, &c.,|A MILLER.",
    "He was robbed.|I am, Sir, &c.,|A MILLER.",
    "He was robbed.|Your obedient servant,|Ann Reed.",
    "My dear Sir,—|~I saw the mill burn.",
    "Mr. Editor,—|~I saw the mill burn.",
    "[We print this as it came.—ED.]|The mill burned.",
    "(Слово неразборчиво.—Прим. ред.)",
    "Fig. 1. The mill in a woodcut of 1660|~The miller kept a book.",
    "Рис. 2. Мельница зимой.|Её построили позже.",
    "Nadia Orlova, 1921|~The miller kept a book.",
    "It was in the words of Dep. Examiner Reed a sham.",
    "Ветер был слабый, 3–4 м/с.|Орлов это помнил.",
    "The wind blew at 4 m/s.|Orlov slept.",
    "НАРБ. Ф. 1450. Оп. 4. Ед. хр. 203. Л. 5 об.",
  ])
})
