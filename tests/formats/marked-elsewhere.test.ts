import { expect, test } from "vitest"
import { at, placedIn, points, read, text, wordsOf } from "./marked.ts"

test("a Web Annotation of another tool: a list, quotes with what stands around, refinements, tags and comments", () => {
  const target = (...selector: object[]) => ({ source: "https://example.org/page", selector })
  const exact = (words: string, around = {}) => ({ type: "TextQuoteSelector", exact: words, ...around })
  const file = [
    {
      "@context": "http://www.w3.org/ns/anno.jsonld",
      type: "Annotation",
      motivation: "tagging",
      creator: { type: "Person", nickname: "pat" },
      body: [
        { type: "TextualBody", purpose: "tagging", value: "dubious" },
        { type: "TextualBody", purpose: "commenting", value: "The year is wrong." },
      ],
      target: target(exact("the envoy in 1938")),
    },
    {
      type: "Annotation",
      motivation: "classifying",
      body: "https://example.org/terms#Disputed",
      target: target(exact("left", { suffix: " in 1940" })),
    },
    {
      type: "Annotation",
      bodyValue: "See the other sentence.",
      target: {
        source: "https://example.org/page",
        selector: { type: "FragmentSelector", value: "p1", refinedBy: exact("1939") },
      },
    },
    { type: "Annotation", body: [], target: target(exact("left")) },
    { type: "Annotation", body: [], target: target(exact("The envoy stayed")) },
    { type: "Annotation", body: [], target: "https://example.org/page" },
  ]
  const got = placedIn(read([["annotations.json", JSON.stringify(file)]]), text)
  expect(wordsOf(text, got)).toEqual([
    ["the envoy in 1938", "dubious", "Placed where alone its words stand."],
    ["left", "Disputed", "Placed by its words and by what stands around them."],
    ["1939", "", "Placed where alone its words stand."],
  ])
  expect(got.placed.map(({ text: said, by }) => [said, by])).toEqual([
    ["The year is wrong.", "pat"],
    ["", ""],
    ["See the other sentence.", ""],
  ])
  expect(got.placed[1]!.start).toBe(at("left in 1940").start)
  expect(got.troubles).toEqual([
    { at: "annotation 6", why: "It selects no words by a quote or a position, so it marks no passage." },
    {
      at: "annotation 4",
      why: "Its words stand in 2 places and not where it says, and nothing tells which is meant: “left”.",
    },
    { at: "annotation 5", why: "Its words are not in the text: “The envoy stayed”." },
  ])
})

test("positions that count UTF-16 where the format counts code points are noticed, and so the other way round", () => {
  const annotation = (position: object) => ({
    type: "Annotation",
    body: { type: "TextualBody", purpose: "tagging", value: "x" },
    target: {
      source: "a",
      selector: [
        { type: "TextQuoteSelector", exact: "envoy left" },
        { type: "TextPositionSelector", ...position },
      ],
    },
  })
  const second = at("envoy left", 70 - 20)
  const web = [annotation(points(second)), annotation(second), annotation({ start: 3, end: 13 })]
  const got = placedIn(read([["a.json", JSON.stringify(web)]]), text)
  const noted = "Its positions count UTF-16 code units and not code points; it was placed by that."
  expect(wordsOf(text, got)).toEqual([
    ["envoy left", "x"],
    ["envoy left", "x", noted],
  ])
  expect(got.placed.map(({ start }) => start)).toEqual([second.start, second.start])
  expect(got.troubles.map(({ at: place }) => place)).toEqual(["annotation 3"])

  const row = (position: object) => ({
    uri: "https://example.org/page",
    user: "acct:vera@hypothes.is",
    tags: ["x"],
    text: "Not \\*sure\\*.",
    target: [
      {
        selector: [
          { type: "TextQuoteSelector", exact: "envoy left" },
          { type: "TextPositionSelector", ...position },
        ],
      },
    ],
  })
  const rows = placedIn(
    read([["h.json", JSON.stringify({ total: 2, rows: [row(second), row(points(second))] })]]),
    text,
  )
  expect(wordsOf(text, rows)).toEqual([
    ["envoy left", "x"],
    ["envoy left", "x", "Its positions count code points and not UTF-16 code units; it was placed by that."],
  ])
  expect(rows.placed[0]).toMatchObject({ by: "vera", text: "Not *sure*." })
})

test("doccano in its three forms; positions that cut words by the one way of counting and not by the other are refused", () => {
  const span = at("left in 1939")
  const wrong = points(span)
  const lines = [
    { text, label: [[span.start, span.end, "moved"]] },
    { data: text, labels: [[span.start, span.end, "moved"]] },
    {
      id: 3,
      text,
      entities: [{ id: 1, label: "moved", start_offset: span.start, end_offset: span.end }],
      relations: [{ id: 9 }],
    },
    { text, label: [[wrong.start, wrong.end, "moved"], [5, 3, "moved"], "whole", [0, 9_999, "moved"]] },
  ]
  const file = `${lines.map(line => JSON.stringify(line)).join("\n")}\nnot JSON\n`
  const got = placedIn(read([["all.jsonl", file]]), text)
  expect(wordsOf(text, got)).toEqual(lines.slice(0, 3).map(() => ["left in 1939", "moved"]))
  expect(got.troubles.map(({ at: place, why }) => `${place}: ${why}`)).toEqual([
    "line 3: Its relations between spans have no place here and are left out.",
    "line 4, span 1: Counted in UTF-16 code units, it begins or ends within a word; counted in code points it does not. Choose how the file counts and read it again.",
    "line 4, span 2: It has no start and end that a passage can have.",
    "line 4, span 3: The label “whole” is for the whole text and marks no passage.",
    "line 4, span 4: It ends at 9999, outside of the text that the file brings along.",
    "line 5: This is no record of doccano: it has no text with spans.",
  ])
  const again = placedIn(
    read([["all.jsonl", JSON.stringify({ text, label: [[wrong.start, wrong.end, "moved"]] })]], "code-points"),
    text,
  )
  expect(wordsOf(text, again)).toEqual([["left in 1939", "moved"]])
})

test("Label Studio: annotations, predictions, remarks of a region, the short form, and what marks no passage", () => {
  const region = (id: string, words: string, labels: string[], extra = {}) => ({
    id,
    from_name: "label",
    to_name: "body",
    type: "labels",
    value: { ...points(at(words)), text: words, labels },
    ...extra,
  })
  const remark = {
    id: "r1",
    type: "textarea",
    from_name: "why",
    to_name: "body",
    value: { ...points(at("the envoy")), text: ["No source."] },
  }
  const tasks = [
    {
      data: { body: text, title: "A text" },
      annotations: [
        {
          completed_by: { email: "vera@example.org" },
          result: [
            region("r1", "the envoy in 1938", ["Disputed", "Odd"]),
            remark,
            { type: "relation", from_id: "r1", to_id: "r1" },
          ],
        },
        { was_cancelled: true, result: [] },
      ],
      predictions: [
        {
          model_version: "ner-2",
          result: [region("p", "left in 1940", ["Moved"]), { id: "c", type: "choices", value: { choices: ["good"] } }],
        },
      ],
    },
    { id: 2, text, label: [{ ...points(at("in 1939")), text: "in 1939", labels: ["Moved"] }], annotator: 3 },
  ]
  const got = placedIn(read([["export.json", JSON.stringify(tasks)]]), text)
  expect(got.placed.map(({ start, end, label, text: said, by }) => [text.slice(start, end), label, said, by])).toEqual([
    ["the envoy in 1938", "Disputed", "No source.", "vera@example.org"],
    ["the envoy in 1938", "Odd", "No source.", "vera@example.org"],
    ["left in 1940", "Moved", "", "ner-2"],
    ["in 1939", "Moved", "", "annotator 3"],
  ])
  expect(got.troubles.map(({ at: place }) => place)).toEqual([
    "record 1, annotation 1, region 3",
    "record 1, annotation 2",
    "record 1, prediction 1, region 2",
  ])
})

test("brat: two files, entities in pieces, notes, and lines that are none", () => {
  const inPoints = (words: string) => Object.values(points(at(words))).join(" ")
  const ann = [
    `T1\tEvent ${inPoints("left in 1939")}\tleft in 1939`,
    `T2\tEvent ${inPoints("The envoy")};${inPoints("in 1940")}\tThe envoy in 1940`,
    "#1\tAnnotatorNotes T1\tWho says so?",
    "A1\tDoubt T1",
    "R1\tBefore Arg1:T1 Arg2:T2",
    `T3\tEvent 0 6\the was`,
    "T4 Event 0 2 He",
  ].join("\n")
  const got = placedIn(
    read([
      ["notes.ann", ann],
      ["something.txt", text],
    ]),
    text,
  )
  expect(got.placed.map(({ start, end, label, text: said }) => [text.slice(start, end), label, said])).toEqual([
    ["left in 1939", "Event", "Who says so?"],
    ["The envoy left in 1939. The envoy left in 1940", "Event", ""],
  ])
  expect(got.troubles.map(({ at: place }) => place)).toEqual(["line 5", "line 7", "line 6"])
})
