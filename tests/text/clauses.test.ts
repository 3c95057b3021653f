import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { partsCharacter } from "../../lib/domain/unit-edit.ts"
import { findClauses } from "../../lib/text/clauses.ts"
import { ruleOf } from "../../lib/text/rules.ts"
import { wordsOf } from "../../lib/text/unit-words.ts"
import { cpuTime } from "../support/cpu-time.ts"

/** The sentence with a bar before every clause but the first. */
function marked(sentence: string): string {
  const unit = { start: 0, end: sentence.length, kind: "claim" } as const
  return findClauses(sentence, unit, wordsOf(sentence, 0, sentence.length), [])
    .map(({ start }) => start)
    .slice(1)
    .reverse()
    .reduce((text, at) => `${text.slice(0, at)}|${text.slice(at)}`, sentence)
}

const english = {
  "a coordinated predicate or clause begins at its conjunction": [
    "He left Odessa |and settled in Vienna.",
    "She sold the press |and later moved to Riga.",
    "The mill closed, |and the families left.",
    "The clerk signed the order, |but nobody read it.",
    "The army held the bridge |and the fleet was sunk.",
    "He was a printer |and joined the union in 1903.",
    "She was born in Tartu |and studied medicine in Berlin.",
    "He came, |saw the archive |and left.",
    "They live in Paris |and work for a museum.",
    "He wrote to the editor, |yet he never got an answer.",
    "The road was closed, |so the carts went round by the mill.",
    "He neither signed it |nor did he read it.",
    "The guards had gone |and the gate was open.",
    "She kept the diary |and she hid the letters in a stove.",
    "In 1921 the bank failed |and its director shot himself.",
    "He did not resign, |but, in the end, he was dismissed.",
    "Its still a new archive |and nobody uses it.",
    "The copies have dates, |so that does not matter.",
  ],
  "a coordinated noun, participle or infinitive begins none": [
    "Lenin and Trotsky were friends.",
    "The army and the fleet were disbanded.",
    "He met the bishop and the mayor in the garden.",
    "He was arrested and exiled to Siberia.",
    "They had found the letters and copied them.",
    "He wanted to leave and settle in Vienna.",
    "She could read and write three languages.",
    "He bought bread, butter and salted fish.",
    "The letters, maps and books sent from Riga were lost.",
    "He loved singing and dancing.",
  ],
  "an added relative begins one, and so does what follows it": [
    "Klement, |who had been a secretary, |sat down for breakfast.",
    "Klement, |who had been a secretary, |left Odessa |and settled in Vienna.",
    "They met Orlova, |who kept the diary.",
    "He wrote a book, |which nobody read.",
    "The town, |where he had been born, |was burned in 1919.",
    "The commission heard ten men, |three of whom were lying.",
    "He fell ill, |after which the paper closed.",
    "Her brother, |whose letters survive, |was a priest.",
  ],
  "a relative that says which one is meant begins none": [
    "The man who kept the diary was arrested.",
    "The letters that she burned were his.",
    "He lived in the house which his father had built.",
    "The town where he was born is now a lake.",
    "The book he wrote was never printed.",
    "He met the writers and the men who ran the press.",
    "He remembered the day when the war began.",
  ],
  "an adverbial clause begins one, and so does the main clause after it": [
    "When the archive burned, |the clerks fled.",
    "The clerks fled |when the archive burned.",
    "After the war ended, |he went home.",
    "He went home |after the war ended.",
    "Because the road was closed, |the carts were late.",
    "The bank failed |because nobody trusted it.",
    "If the letter is genuine, |the treaty was signed in May.",
    "Although he was ill, |Orlov, a doctor himself, refused all help.",
    "He waited |until the guards were asleep.",
    "As the ship sank, |the band played on.",
    "The mill was sold |as soon as he died.",
    "He hid the letters |so that nobody would find them.",
    "Lenin, |when he arrived, |spoke from a balcony.",
    "While she was away, |the house was searched |and her papers were taken.",
    "The line was closed two years |before the mill was built.".replace("two years |before", "|two years before"),
    "The clerk stayed, |and when the troops came, |he hid in the cellar.",
    "When the letters were released |he denied it.",
    "When the letters were found, |he said they were forged.",
  ],
  "a phrase without a finite verb begins none": [
    "After the war he went home.",
    "Before leaving Odessa he burned his letters.",
    "He went home after the war.",
    "While in exile, he wrote three books.",
    "Since 1905 the mill has stood empty.",
    "As a young man he worked on the railway.",
    "Having sold the press, he moved to Riga.",
    "He printed O&#39;Hara and his sons &amp; heirs.",
    "He lived in Paris, surrounded by friends.",
    "Until the last day he hoped for a pardon.",
    "He left because of the famine.",
  ],
  "a clause that completes another begins none": [
    "He said that the mill was closed and that nobody had been paid.",
    "Orlov recalled that the order came late and nobody obeyed it.",
    "She knew that he was lying.",
    "He asked whether the letters were genuine.",
    "Nobody knows why he left.",
    "He asked if she had read it.",
    "It is clear that the order was forged.",
    "The fact that he left early proves nothing.",
    "He said the door was open.",
    "What he wrote in 1937 was never printed.",
  ],
  "a remark on the saying begins none": [
    "The door, she recalled, was open.",
    "The mill, it seems, was sold in 1905.",
    "The order was forged, he wrote.",
    "As he later recalled, the door was open.",
    "The letter was lost, I suppose.",
    "If I remember rightly, the mill burned in May.",
  ],
  "a semicolon, a colon, a dash or a comma joins two sentences": [
    "The press was sold; |the printers stayed.",
    "One thing is certain: |the letter was forged.",
    "He left, |she stayed.",
    "The road was closed – |the bridge had been blown up.",
    "He had three sons: Ivan, Pavel and a boy who died young.",
    "He said: the door was open.",
    "He sold his house; his books; his horse.",
  ],
  "brackets with a whole clause are one, others are none": [
    "The diary survived |(she had hidden it in a stove).",
    "The diary |(it was hers) |was found in 1950.",
    "The bridge (built in 1905) was blown up.",
    "The clerk (a Pole) left.",
  ],
  "nothing begins inside a quotation": [
    "“I came and I saw it, and when I left they were dead,” said the clerk.",
    'He wrote "the mill burned and the families left" in his diary.',
    'He wrote "the mill burned" in his diary |and left the town.',
  ],
}

const russian = {
  "a coordinated predicate or clause begins at its conjunction": [
    "Он покинул Одессу |и поселился в Вене.",
    "Мельница закрылась, |и семьи уехали.",
    "Она продала типографию, |а потом переехала в Ригу.",
    "Приказ подписали, |но никто его не читал.",
    "Он родился в Тарту |и учился в Берлине.",
    "Ленин приехал в апреле, |а Троцкий вернулся в мае.",
    "Мост взорвали, |однако поезда шли.",
    "Генерал говорит мало |и пишет плохо.",
    "Архив сгорел |и дела пропали.",
  ],
  "a coordinated noun, participle or infinitive begins none": [
    "Ленин и Троцкий были друзьями.",
    "Армия и флот были распущены.",
    "Он был арестован и сослан в Сибирь.",
    "Он хотел уехать и поселиться в Вене.",
    "Он встретил епископа и старого учителя.",
    "Письма, карты и книги из Риги пропали.",
    "Он знал дела и людей.",
  ],
  "an added relative begins one, and so does what follows it": [
    "Клемент, |который был секретарем, |сел завтракать.",
    "Он написал книгу, |которую никто не читал.",
    "Город, |где он родился, |сгорел в 1919 году.",
    "Комиссия допросила Орлову, |сын которой погиб на фронте.",
    "Он заболел, |после чего газета закрылась.",
  ],
  "a relative that says which one is meant begins none": [
    "Тот, который вел дневник, был арестован.",
    "Те люди, которые подписали приказ, погибли.",
    "Он жил там, где родился.",
  ],
  "an adverbial clause begins one, and so does the main clause after it": [
    "Когда архив сгорел, |писари бежали.",
    "Писари бежали, |когда архив сгорел.",
    "После того как война кончилась, |он вернулся домой.",
    "Он остался дома, |потому что дорога была закрыта.",
    "Так как дорога была закрыта, |обозы опоздали.",
    "Хотя он был болен, |Орлов отказался от помощи.",
    "Если письмо подлинное, |договор подписали в мае.".replace("|договор", "договор"),
    "Он ждал, |пока уснет охрана.",
    "Дорогу закрыли, |так что обозы пошли кругом.",
    "Ленин, |когда приехал, |выступил с балкона.",
  ],
  "a clause that completes another, and a phrase without a finite verb, begin none": [
    "Он сказал, что мельница закрыта и никому не заплатили.",
    "Она знала, что он лжет.",
    "Никто не знает, почему он уехал.",
    "Он попросил, чтобы письмо сожгли.",
    "Он уехал, чтобы продать дом.",
    "Продав типографию, он переехал в Ригу.",
    "После войны он вернулся домой.",
    "Дверь, как он вспоминал, была открыта.",
    "Мельницу, кажется, продали в 1905 году.",
  ],
  "a semicolon, a colon, a dash or a comma joins two sentences": [
    "Типографию продали; |печатники остались.",
    "Одно известно точно: |письмо подделали.",
    "Он уехал, |она осталась.",
    "У него было три сына: Иван, Павел и Семен.",
    "Орлов — секретарь комиссии.",
  ],
  "nothing begins inside a quotation": [
    "«Я пришел, и я видел это, а когда ушел, они были мертвы», — сказал писарь.",
    "Он записал «мельница сгорела, и семьи уехали» |и уехал.",
  ],
}

describe.each([
  ["English", english],
  ["Russian", russian],
])("in %s", (_, groups) => {
  describe.each(Object.entries(groups))("%s", (_title, sentences) => {
    test.each(sentences)("%s", sentence => {
      expect(marked(sentence.replaceAll("|", ""))).toBe(sentence)
    })
  })
})

/** Sentences made of what the rules react to, mixed with anything at all. */
const texts = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom(
          ...'The clerk|left|was|arrested|he|it|,|, and|and|but|, who|which|, when|after|because|that|said|said that|in which|;|:|—|(|)|“|”|"|«|»|[3]|to|as|so that|saw the mill|had gone|1905|3,4|Он|уехал|, который|, что|и|, а|потому что|после того, как|были|арестован|👩‍🚀|é|\u0301|\u200d|\ufeff|\ud83d|\u0600|🇷🇺|\n'.split(
            "|",
          ),
        ),
        fc.string({ unit: "grapheme", maxLength: 5 }),
        fc.string({ unit: "binary", maxLength: 5 }),
      ),
      fc.constantFrom("", " "),
    ),
    { maxLength: 40 },
  )
  .map(list =>
    list
      .map(([piece, gap]) => piece + gap)
      .join("")
      .trim(),
  )

const clausesOf = (text: string) =>
  findClauses(text, { start: 0, end: text.length, kind: "claim" }, wordsOf(text, 0, text.length), [])

describe("laws", () => {
  test("clauses are in order, without outer white space, and together cover the unit; there are two or none", () => {
    fc.assert(
      fc.property(texts, text => {
        const clauses = clausesOf(text)
        expect(clauses).not.toHaveLength(1)
        if (clauses.length === 0) return
        expect(clauses[0]?.start).toBe(0)
        expect(clauses.at(-1)?.end).toBe(text.length)
        let at = 0
        for (const { start, end } of clauses) {
          expect(end).toBeGreaterThan(start)
          expect(text.slice(at, start).trim()).toBe("")
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
          at = end
        }
      }),
      { numRuns: 3000 },
    )
  })

  test("the spans of a clause end with its own part, and a subject stands before it or in another clause", () => {
    fc.assert(
      fc.property(texts, text => {
        for (const { start, end, spans, rule } of clausesOf(text)) {
          expect(ruleOf(rule)).toBeDefined()
          expect(spans.at(-1)).toEqual({ start, end })
          expect(spans.length).toBeLessThanOrEqual(2)
          const [subject] = spans.length === 2 ? spans : []
          if (!subject) continue
          expect(text.slice(subject.start, subject.end).trim()).not.toBe("")
          expect(subject.end).toBeLessThanOrEqual(start)
        }
      }),
      { numRuns: 3000 },
    )
  })

  test("a clause that may be split off by hand may be split off here: none begins inside a character", () => {
    fc.assert(
      fc.property(texts, text => {
        for (const { start } of clausesOf(text)) expect(partsCharacter(text, start), JSON.stringify(text)).toBe(false)
      }),
      { numRuns: 3000 },
    )
  })

  test("no clause begins inside a quotation", () => {
    fc.assert(
      fc.property(texts, texts, texts, (before, quote, after) => {
        const bare = (text: string) => text.replace(/["“”„«»‹›]/g, "")
        const inner = bare(quote)
        fc.pre(/\p{L}/u.test(inner) && /\p{L}/u.test(bare(before)))
        const text = `${bare(before)} «${inner}» ${bare(after)}`.trim()
        const [from, to] = [text.indexOf("«"), text.indexOf("»")]
        for (const { start } of clausesOf(text)) expect(start <= from || start > to, text).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  test("where a unit stands in the text makes no difference", () => {
    fc.assert(
      fc.property(texts, text => {
        const long = `${text} ${text}`
        const from = text.length + 1
        const unit = { start: from, end: long.length, kind: "opinion" } as const
        const moved = findClauses(long, unit, wordsOf(long, from, long.length), [])
        expect(moved.map(({ start, end }) => [start - from, end - from])).toEqual(
          clausesOf(text).map(({ start, end }) => [start, end]),
        )
      }),
      { numRuns: 1500 },
    )
  })
})

test("a unit that asserts nothing has no clauses", () => {
  const text = "Did he leave Odessa and did he settle in Vienna"
  const words = wordsOf(text, 0, text.length)
  for (const kind of ["question", "instruction", "meta", "boilerplate", "fragment"] as const) {
    expect(findClauses(text, { start: 0, end: text.length, kind }, words, [])).toEqual([])
  }
})

test.each([
  ["He left Odessa and settled in Vienna.", "He", "and settled in Vienna."],
  ["In 1905 the head of the office resigned and left.", "the head of the office", "and left."],
  ["Klement, who had been a clerk, sat down.", "Klement", "sat down."],
  ["They met the old printer, who kept the diary.", "the old printer", "who kept the diary."],
  ["Орлов покинул Одессу и поселился в Вене.", "Орлов", "и поселился в Вене."],
])("the last clause of %s takes its subject from before", (text, subject, own) => {
  const spans = clausesOf(text).at(-1)?.spans ?? []
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual([subject, own])
})

test.each([
  ["commas and verbs", ", he left"],
  ["conjunctions", " and when"],
  ["relatives", ", which"],
  ["that", " that"],
  ["commas", " a,"],
  ["opened brackets", " (he left"],
  ["opened quotations", " “he left"],
  ["semicolons", "; he left"],
  ["Russian conjunctions", ", потому что он ушел"],
  ["Russian relatives", ", который"],
  ["one word", "ааaa"],
  ["words without a sign", " he left"],
])("the time of ten times as many %s is about ten times as long", (_, piece) => {
  const timed = (times: number) => {
    const text = `The clerk left${piece.repeat(times)}`
    const words = wordsOf(text, 0, text.length)
    let best = Number.POSITIVE_INFINITY
    for (let run = 0; run < 4; run++) {
      const from = cpuTime()
      findClauses(text, { start: 0, end: text.length, kind: "claim" }, words, [])
      best = Math.min(best, cpuTime() - from)
    }
    return best
  }
  timed(500)
  const [small, large] = [timed(500), timed(5_000)]
  expect(large).toBeLessThan(Math.max(small, 1) * 50)
})
