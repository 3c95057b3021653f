import { describe, expect, test } from "vitest"
import type { CueKind } from "../../lib/domain/unit.ts"
import { splitText } from "../../lib/text/split-text.ts"

/** The cues of one kind in a text, each as its quote and its reading. */
function cuesOf(kind: CueKind, text: string): string[] {
  return splitText(text)
    .flatMap(unit => unit.cues)
    .filter(cue => cue.kind === kind)
    .map(cue => text.slice(cue.start, cue.end) + (cue.reading === undefined ? "" : ` = ${cue.reading}`))
}

function strengthOf(text: string): number | undefined {
  return splitText(text)
    .flatMap(unit => unit.cues)
    .find(cue => cue.kind === "hedge")?.strength
}

describe("hedges", () => {
  test.each([
    ["Perhaps he knew.", "Perhaps"],
    ["He seems to have left early.", "seems"],
    ["She must have read it.", "must have"],
    ["The clerk was abducted, presumably by agents.", "presumably"],
    ["I think he lied.", "I think"],
    ["Он, вероятно, уехал.", "вероятно"],
    ["Он якобы уехал.", "якобы"],
  ])("%s", (text, cue) => {
    expect(cuesOf("hedge", text)).toEqual([cue])
    expect(strengthOf(text)).toBe(2)
  })
  test.each([
    "He left in May 1940.",
    "The might of the army was gone.",
    "He must leave.",
    "Orlova recalled that he left.",
  ])("%s holds none", text => {
    expect(cuesOf("hedge", text)).toEqual([])
  })
  test.each(["About 300 clerks left.", "The clerk, who perhaps knew her, left.", "The clerk left (perhaps at night)."])(
    "%s holds a weak one",
    text => {
      expect(strengthOf(text)).toBe(1)
    },
  )
})

describe("unnamed sources", () => {
  test.each([
    ["It is generally believed that he lied.", "It is generally believed"],
    ["He is said to have lied.", "is said to"],
    ["Some historians argue that he lied.", "Some historians argue"],
    ["He reportedly lied.", "reportedly"],
    ["Считается, что он лгал.", "Считается"],
    ["По слухам, он уехал.", "По слухам"],
  ])("%s", (text, cue) => {
    expect(cuesOf("vague-source", text)).toEqual([cue])
    expect(cuesOf("attribution", text)).toEqual([])
  })
})

describe("attributions", () => {
  test.each([
    ["According to Orlova, the door was open.", "According to Orlova = Orlova"],
    ["Orlova, the head of the office, later recalled that the door was open.", "= Orlova"],
    ["Nadia Orlova wrote that the door was open.", "Nadia Orlova wrote = Nadia Orlova"],
    ["He claimed the door was open.", "He claimed = He"],
    ["The door, she realized, was open.", "she realized = she"],
    ["Orlova refused, saying that she was ill.", "saying = Orlova"],
    ["Orlova disagreed and said the door was open.", "Orlova disagreed and said = Orlova"],
    ["In Orlova's view, the door was open.", "In Orlova's view = Orlova"],
    ["And later told her sister that the door was open.", "told"],
    ["“The door was open,” said Orlova.", "said Orlova = Orlova"],
    ["«Дверь была открыта», — писал он.", "писал он = он"],
    ["Свидетель, по его словам, ничего не знал.", "по его словам = его"],
    ["По словам Орловой, дверь была открыта.", "По словам Орловой = Орловой"],
    ["Орлова вспоминала, что дверь была открыта.", "Орлова вспоминала = Орлова"],
  ])("%s", (text, cue) => {
    const found = cuesOf("attribution", text)
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(cue)
  })
  test.each([
    "I remember that the door was open.",
    "It reported a loss.",
    "Orlova wrote three letters.",
    "The door was open.",
    "Orlova was told nothing.",
  ])("%s holds none", text => {
    expect(cuesOf("attribution", text)).toEqual([])
  })
  test("a source that lost its apostrophe is read without the s", () => {
    const text = "They met Orlova. In Orlovas view, the door was open."
    expect(cuesOf("attribution", text)).toEqual(["In Orlovas view = Orlova"])
  })
})

describe("dates in EDTF", () => {
  test.each([
    ["It was on August 20, 1940.", "August 20, 1940 = 1940-08-20"],
    ["It was on 20 August 1940.", "20 August 1940 = 1940-08-20"],
    ["It was on Aug. 4, 1920.", "Aug. 4, 1920 = 1920-08-04"],
    ["It was on November 6.", "November 6 = XXXX-11-06"],
    ["It was in January 1928.", "January 1928 = 1928-01"],
    ["It was in 1936-37.", "1936-37 = 1936/1937"],
    ["It was in 1917–1921.", "1917–1921 = 1917/1921"],
    ["It was in the late 1930s.", "1930s = 193X"],
    ["It was in the 19th century.", "19th century = 18XX"],
    ["It was built ca. 1917.", "ca. 1917 = 1917~"],
    ["It was in 1917.", "1917 = 1917"],
    ["Это было 1 мая 1917 года.", "1 мая 1917 = 1917-05-01"],
    ["Это было в XIX веке.", "XIX веке = 18XX"],
    ["He was commissar (191718).", "191718 = 1917?/1918?"],
    ["It fell on 25 October (7 November) 1917.", "25 October (7 November) 1917 = 1917-11-07"],
    ["It fell on October 25 (November 7), 1917.", "October 25 (November 7), 1917 = 1917-11-07"],
    ["Это было 7 ноября (25 октября ст. ст.) 1917 года.", "7 ноября (25 октября ст. ст.) 1917 = 1917-11-07"],
    ["It was on 12–15 March 1921.", "12–15 March 1921 = 1921-03-12/1921-03-15"],
    ["It was from 28 May – 4 June 1921.", "28 May – 4 June 1921 = 1921-05-28/1921-06-04"],
    ["It was in March–May 1921.", "March–May 1921 = 1921-03/1921-05"],
  ])("%s", (text, cue) => {
    expect(cuesOf("date", text)).toEqual([cue])
  })
  test.each([
    "There were 1500 people.",
    "It cost $1917.",
    "It weighed 1,917 tons.",
    "Call 191711 now.",
    "Call 191799 now.",
    "He may go.",
  ])("%s holds none", text => {
    expect(cuesOf("date", text)).toEqual([])
  })
})

describe("damage", () => {
  test.each([
    ["They met Orlova. Orlovas letters were burnt.", "Orlovas = Orlova's"],
    ["It didnt matter.", "didnt = didn't"],
    ["Thats why he left.", "Thats = That's"],
    ["They spoke of Orlova. They were friendsOrlova left.", "friendsOrlova = friends Orlova"],
    ["He was commissar (191718).", "191718 = 1917–18"],
    ["He fell out with his brother,. Then he left.", ",."],
    ["He left tlie town.", "tlie = the"],
    ["They came frorn Leeds.", "frorn = from"],
    ["Wliich of them came is unknown.", "Wliich = Which"],
    ["It was in l9ll that he left.", "l9ll = 1911"],
    ["Orlovaâ€™s letters were burnt.", "â€™"],
  ])("%s", (text, cue) => {
    expect(cuesOf("damage", text)).toContain(cue)
  })
  test.each([
    "A German and the Germans fought.",
    "He met a German. Yesterday Germans left town.",
    "He bought an openSuse machine.",
    "One Bolshevik met the Bolsheviks there.",
    "They met Orlov. The Orlovs came.",
    "The barn and the corn burned; turn to page 15.",
    "He bought an iPhone from McDonald.",
  ])("%s holds none", text => {
    expect(cuesOf("damage", text)).toEqual([])
  })
})
