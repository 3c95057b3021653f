import fc from "fast-check"
import { expect, test } from "vitest"
import { faultyFields } from "../../lib/formats/csl-schema.ts"
import { readSources, sourceLimits } from "../../lib/formats/read-sources.ts"
import { readAll, readOne } from "./read.ts"

test.each([
  ["@book{a, title={B}}", "bibtex", 1],
  ["\uFEFF% made by Zotero\n@book{a,\n title={B}}\n@misc(c, title={D})", "bibtex", 2],
  ["TY  - BOOK\nTI  - A\nER  - ", "ris", 1],
  ['[{"type":"book","title":"A","id":1}]', "csl-json", 1],
  ['{"items":[{"type":"book","title":"A"},{"type":"book","title":"B"}]}', "csl-json", 2],
  ["[1] A book.\n\n[2] Another book.", "lines", 2],
  ["me@example.org {a}", "lines", 1],
])("%j is %s with %i", (text, format, count) => {
  expect(readSources(text)).toMatchObject({ ok: true, format, count })
})

test("an item of CSL-JSON that is longer than an entry may be is told, unless only its program's own part is", () => {
  const item = (more: object) => JSON.stringify([{ type: "book", title: "On ships", ...more }])
  const long = "a".repeat(200_001)
  for (const more of [{ abstract: long }, { author: [{ family: long }] }, { issued: { "date-parts": [[...long]] } }])
    expect(readAll(item(more))[0]).toEqual({
      ok: false,
      excerpt: "On ships",
      why: "It has more than 200,000 characters. Shorten its note or abstract.",
    })
  for (const more of [{ custom: { text: long } }, { abstract: "a".repeat(199_000) }])
    expect(readAll(item(more))[0]!.ok).toBe(true)
})

test.each([
  ["", /Paste or upload at least one/],
  ["[]", /empty/],
  ['[{"type":"book"', /not complete JSON/],
  ['@string{a = "b"}', /no entry/],
  ["a\n".repeat(sourceLimits.entries + 1), /20,001 entries/],
  ["a".repeat(sourceLimits.characters + 1), /32 MB/],
])("what cannot be read as a whole is refused with a sentence", (text, why) => {
  const reading = readSources(text)
  expect(reading.ok ? "" : reading.why).toMatch(why)
})

test("LaTeX, Cyrillic and strings of BibTeX come out as plain text", () => {
  const [book, article] = readAll(String.raw`
    @string{rp = "РОССПЭН"} @string{both = rp # " и др."}
    write to me@example.org
    @book{h, author={Хлевнюк, Олег В. and {Академия наук}}, title={Хозяин. {С}талин \& диктатура}, publisher=both,
      address={Москва}, year=2010, isbn={0-306-40615-2}, langid={russian}}
    @article{c, author={\v{C}apek, Karel and M{\"u}ller, Jos\'e}, title={On \textit{R.U.R.} --- 10\% \emph{true}},
      journal={Slavic Rev.}, volume={59}, number={2}, pages={112--115}, date={1937-05/1938-06}, doi={10.2307/2697054},
      url={https://x.org/a_b\_c}, file={x.pdf}}`).map(read => read.ok && read.candidate)
  expect(book).toMatchObject({
    created: "2010",
    csl: {
      type: "book",
      title: "Хозяин. Сталин & диктатура",
      author: [{ family: "Хлевнюк", given: "Олег В." }, { literal: "Академия наук" }],
      publisher: "РОССПЭН и др.",
      "publisher-place": "Москва",
      ISBN: "9780306406157",
      language: "ru",
    },
  })
  expect(article).toMatchObject({
    kind: "scholarly",
    created: "1937-05/1938-06",
    csl: {
      title: "On R.U.R. — 10% true",
      author: [
        { family: "Čapek", given: "Karel" },
        { family: "Müller", given: "José" },
      ],
      "container-title": "Slavic Rev.",
      page: "112-115",
      DOI: "10.2307/2697054",
      URL: "https://x.org/a_b_c",
    },
  })
})

test("a date of BibLaTeX keeps its marks", () => {
  expect(readOne("@misc{a, title={A}, date={1937~}}").created).toBe("1937~")
  expect(readOne("@misc{a, title={A}, year={194X}}").created).toBe("194X")
  expect(readOne("@book{a, title={A}, date={1999}, origdate={1937}}").created).toBe("1937")
})

test("an entry that is not closed spoils only itself", () => {
  const read = readAll("@book{a, title={A}}\n@book{b, title={B\n@book{c, title={C}, note=5 5}\n@book{d, title={D}}")
  expect(read.map(({ ok }) => ok)).toEqual([true, false, false, true])
  expect(read[1]).toMatchObject({ excerpt: "@book{b, title={B", why: expect.stringContaining("Check its braces") })
})

test("an entry takes what it lacks from the one it refers to", () => {
  const text = "@incollection{c, title={C}, crossref={p}}\n@book{p, title={Whole}, editor={Doe, A.}, year={1999}}"
  expect(readOne(text).csl).toMatchObject({ title: "C", "container-title": "Whole", editor: [{ family: "Doe" }] })
})

test("RIS records keep dashes, lists, lines that go on and dates", () => {
  const text =
    "TY  - JOUR\r\nAU  - Хлевнюк, Олег\r\nAU  - Doe, J.\r\nT1  - A  - B\r\n goes on\r\nJO  - J\r\nVL  - 5\r\nIS  - 2\r\nSP  - 10\r\nEP  - 20\r\nY1  - 1999/05//\r\nER  - \r\n"
  expect(readOne(text)).toMatchObject({
    created: "1999-05",
    csl: {
      title: "A - B goes on",
      author: [
        { family: "Хлевнюк", given: "Олег" },
        { family: "Doe", given: "J." },
      ],
      "container-title": "J",
      page: "10-20",
      issue: "2",
    },
  })
})

test("a newspaper's article in RIS keeps its author and day", () => {
  const { csl, kind } = readOne(
    "TY  - NEWS\nAU  - Кольцов, М.\nTI  - A\nT2  - Правда\nPY  - 1937\nDA  - 1937/06/12/\nER  - ",
  )
  expect({ ...csl, kind }).toMatchObject({
    kind: "press",
    type: "article-newspaper",
    author: [{ family: "Кольцов", given: "М." }],
    "container-title": "Правда",
    issued: { "date-parts": [[1937, 6, 12]] },
  })
})

const shelf = { archive: "РГВА", fond: "33987", opis: "3", delo: "1075", list: "12–14 об." }

test.each([
  ["TY  - MANSCPT\nTI  - A\nAV  - РГВА\nCN  - Ф. 33987. Оп. 3. Д. 1075. Л. 12–14 об.\nER  - "],
  ["@misc{a, title={A}, howpublished={РГВА. Ф. 33987. Оп. 3. Д. 1075. Л. 12-14об.}}"],
  [
    JSON.stringify([
      { type: "manuscript", title: "A", archive: "РГВА", archive_location: "ф. 33987, оп. 3, д. 1075, лл. 12–14об" },
    ]),
  ],
  ["A // РГВА. Ф. 33987. Оп. 3. Д. 1075. Л. 12–14 об."],
])("a reference to an archive is found in %j", text => {
  const { kind, archive, csl } = readOne(text)
  expect({ kind, archive, title: csl.title }).toEqual({ kind: "archival-record", archive: shelf, title: "A" })
  expect(JSON.stringify(csl)).not.toContain("33987")
})

test("an archive whose shelf mark has other parts is kept with the mark", () => {
  const item = { type: "manuscript", title: "A", archive: "Hoover Institution", archive_location: "Box 5" }
  const { archive, csl, notes } = readOne(JSON.stringify([item]))
  expect(archive).toEqual({ archive: "Hoover Institution" })
  expect(csl).toMatchObject({ archive_location: "Box 5" })
  expect(notes.join(" ")).toContain("“Box 5”")
})

test("CSL-JSON is cleaned, and what is left out is named", () => {
  const item = {
    id: 1,
    type: "weird",
    title: " <i>A</i>\n<b>b</b> ",
    volume: 3,
    issued: { "date-parts": [["1937", "5", 0]] },
    accessed: { "date-parts": [[2020, 13, 45]] },
    author: [{ family: "X", given: "" }, {}],
    editor: "Somebody",
    DOI: "x",
    ISBN: "978-0-306-40615-8",
    language: "Russian",
    mine: 1,
  }
  const { csl, notes, created } = readOne(JSON.stringify(item))
  expect(csl).toEqual({
    type: "document",
    title: "A b",
    volume: "3",
    issued: { "date-parts": [[1937, 5]] },
    author: [{ literal: "X" }],
    language: "ru",
  })
  expect(created).toBe("1937-05")
  for (const said of ["“weird”", "“x” is no DOI", "check digit", "Left out: accessed, editor, mine."]) {
    expect(notes.join(" ")).toContain(said)
  }
})

test("what is no item, or has no title, is told apart from the others", () => {
  const read = readAll('[{"type":"book","id":"k"}, 5, {"type":"book","title":"A"}]')
  expect(read.map(({ ok }) => ok)).toEqual([false, false, true])
  expect(read[0]).toMatchObject({ excerpt: "k", why: expect.stringContaining("no title") })
})

test.each([
  ["10.2307/2697054", { type: "document", title: "", DOI: "10.2307/2697054" }],
  ["ISBN 0-306-40615-2", { type: "book", title: "", ISBN: "9780306406157" }],
  ["https://ru.wikipedia.org/wiki/А", { type: "webpage", title: "", URL: "https://ru.wikipedia.org/wiki/А" }],
])("%s alone is a source of which only that is known", (line, csl) => {
  expect(readOne(line)).toMatchObject({ csl, created: "", notes: [expect.stringContaining("Fill in the rest")] })
})

test("an ISBN with a wrong check digit is not taken", () => {
  expect(() => readOne("978-0-306-40615-8")).toThrow(/check digit/)
})

test.each([
  [
    "1. Хлевнюк О. В. Хозяин. Сталин и утверждение сталинской диктатуры. М.: РОССПЭН, 2010. 479 с.",
    {
      title: "Хозяин. Сталин и утверждение сталинской диктатуры",
      author: [{ family: "Хлевнюк", given: "О. В." }],
      "publisher-place": "М.",
      publisher: "РОССПЭН",
      issued: { "date-parts": [[2010]] },
      type: "book",
    },
  ],
  [
    "Кен О. Н. Планирование (конец 1920-х – середина 1930-х гг.). СПб., 2002.",
    {
      title: "Планирование (конец 1920-х – середина 1930-х гг.)",
      author: [{ family: "Кен", given: "О. Н." }],
      "publisher-place": "СПб.",
      issued: { "date-parts": [[2002]] },
      type: "book",
    },
  ],
  [
    "Conquest, Robert. The Great Terror: A Reassessment. New York: Oxford University Press, 1990.",
    {
      title: "The Great Terror: A Reassessment",
      author: [{ family: "Conquest", given: "Robert" }],
      "publisher-place": "New York",
      publisher: "Oxford University Press",
      issued: { "date-parts": [[1990]] },
      type: "book",
    },
  ],
  [
    "Harris, J. R., & Doe, A. (2003). The Great Fear. https://doi.org/10.1093/x",
    {
      title: "The Great Fear",
      author: [
        { family: "Harris", given: "J. R." },
        { family: "Doe", given: "A." },
      ],
      issued: { "date-parts": [[2003]] },
      DOI: "10.1093/x",
      type: "document",
    },
  ],
  [
    "Уайтвуд П. Заговор // Вопросы истории. 2015. № 3. С. 5–20.",
    {
      title: "Заговор",
      author: [{ family: "Уайтвуд", given: "П." }],
      "container-title": "Вопросы истории",
      issue: "3",
      page: "5–20",
      issued: { "date-parts": [[2015]] },
      type: "document",
    },
  ],
  [
    "“The Purge,” Slavic Review 58, no. 2 (1999): 3-20",
    {
      title: "The Purge",
      issued: { "date-parts": [[1999]] },
      note: "Slavic Review 58, no. 2 (1999): 3-20",
      type: "document",
    },
  ],
  ["Сталин, 1878–1928", { title: "Сталин, 1878–1928", type: "document" }],
  ["In 1937 Moscow, Russia. Nothing more", { title: "In 1937 Moscow, Russia. Nothing more", type: "document" }],
  ["See 10.1000/1 and 10.1000/2", { title: "See 10.1000/1 and 10.1000/2", type: "document" }],
])("of the line “%s” no more is read than it says", (line, csl) => void expect(readOne(line).csl).toEqual(csl))

test("whatever is pasted, what is read is valid CSL-JSON, and every number of it stood in the text", () => {
  const bits = fc.constantFrom(
    "Иванов И. И. ",
    "Doe, J. ",
    "«Т» ",
    "// ",
    "М.: ",
    "1937",
    ". ",
    ", ",
    "(2001) ",
    "№ 3",
    "С. 5–9",
    "doi:10.1000/x ",
    "https://a.org ",
    "РГВА. Ф. 4. Оп. 1",
    "@book{",
    "}",
    "title={A}",
    "TY  - BOOK\n",
    "TI  - A\n",
    "ER  - \n",
    "\n",
    "[{",
    '"title":"A"',
    "}]",
    "слово ",
  )
  const property = fc.property(fc.array(bits, { maxLength: 30 }), parts => {
    const text = parts.join("")
    const reading = readSources(text)
    if (!reading.ok) return
    const all = [...reading.sources]
    expect(all).toHaveLength(reading.count)
    for (const read of all) {
      if (!read.ok) continue
      expect(faultyFields({ ...read.candidate.csl })).toEqual([])
      for (const [number] of JSON.stringify(read.candidate).matchAll(/\d+/g)) expect(text).toContain(number)
    }
  })
  fc.assert(property, { numRuns: 1_000 })
})

test("an entry of CSL-JSON that is nested without end is told like any other that is none", () => {
  const deep = `${"[".repeat(60_000)}${"]".repeat(60_000)}`
  const [read] = readAll(`[{"title":"A"},${deep}]`).slice(1)
  expect(read).toMatchObject({ ok: false, excerpt: "[…]", why: expect.stringContaining("not an item") })
})
