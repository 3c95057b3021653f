import { levelled, type Placed, placeQuote } from "../domain/place-quote.ts"
import type { Span } from "../domain/unit.ts"
import type { FileTrouble, MarkedPassage, MarkedText, Markings } from "./marked-file.ts"
import { otherUnit, spansIn, unitWords } from "./own-words.ts"

/** The text of ours into which passages are placed, and what files may know it by. */
export interface OwnText {
  readonly documentId: string
  readonly title: string
  readonly foundAt: string
  readonly sha256: string
  readonly text: string
}

/** A passage with its place in our text, in UTF-16 code units. */
export interface PlacedPassage extends Span {
  readonly at: string
  readonly label: string
  readonly text: string
  readonly by: string
  /** What is to be known of how it was placed; empty when it stands where the file says. */
  readonly note: string
}

/** What of a file is of our text: the keys of its texts, and how that is known; none when nothing tells. */
export function textsOfOurs(texts: readonly MarkedText[], ours: OwnText): readonly string[] {
  const level = levelled(ours.text)
  const surely = texts.filter(
    ({ ids, sha256, text }) =>
      sha256 === ours.sha256 ||
      ids.some(id => id === ours.documentId || id.includes(`/documents/${ours.documentId}`)) ||
      (ours.foundAt !== "" && ids.includes(ours.foundAt)) ||
      (text !== null && levelled(text) === level),
  )
  const likely = surely.length > 0 ? surely : texts.filter(({ name }) => name !== "" && name === ours.title)
  const found = likely.length > 0 ? likely : texts.length === 1 ? texts : []
  return found.map(({ key }) => key)
}

/**
 * Place what a file marks in the texts with these keys, one passage at a time, so that other work gets its turn.
 * A passage stands where the file says if its very words are there; else where alone they are; or it is told why not.
 */
export function* placePassages(
  { passages, texts }: Markings,
  keys: readonly string[],
  ours: OwnText,
): Generator<number, { placed: readonly PlacedPassage[]; troubles: readonly FileTrouble[] }> {
  const text = levelled(ours.text)
  const spanAt = spansIn(ours.text)
  const same = new Set(texts.filter(({ sha256 }) => sha256 === ours.sha256).map(({ key }) => key))
  const wanted = new Set(keys)
  const placed: PlacedPassage[] = []
  const troubles: FileTrouble[] = []
  for (const [index, passage] of passages.entries()) {
    if (!wanted.has(passage.of)) continue
    const { at, label, text: remark, by } = passage
    const place = placeOf(passage)
    if ("why" in place) troubles.push({ at, why: place.why })
    else placed.push({ at, label, text: remark, by, ...place })
    yield index + 1
  }
  return { placed, troubles }

  function placeOf({ position, quote, prefix, suffix, of }: MarkedPassage) {
    const said = position && spanAt(position, position.unit)
    if (quote === null) {
      const cut = said && !ours.text.slice(said.start, said.end).isWellFormed()
      if (said && same.has(of) && !cut) return { ...said, note: "" }
      return { why: same.has(of) ? outside : unsure }
    }
    const otherwise = position && spanAt(position, otherUnit[position.unit])
    const found = placeQuote(text, { said, otherwise, quote, prefix, suffix })
    if (found.how === "absent") return { why: `Its words are not in the text: “${short(quote)}”.` }
    if (found.how === "ambiguous") return { why: ambiguous(quote, found.places) }
    return { start: found.start, end: found.end, note: noteOf(found, position) }
  }
}

const outside = "Its positions are outside of the text, or cut a character in two, and it gives no words."
const unsure =
  "It gives positions and no words, and nothing says that they are counted in this very text. They are not taken."
const ambiguous = (quote: string, places: number) =>
  `Its words stand in ${places.toLocaleString("en")} places and not where it says, and nothing tells which is meant: “${short(quote)}”.`

function noteOf({ how }: Placed, position: MarkedPassage["position"]): string {
  if (how === "other-unit" && position)
    return `Its positions count ${unitWords[otherUnit[position.unit]]} and not ${unitWords[position.unit]}; it was placed by that.`
  if (how === "only-place")
    return position
      ? "Not where its positions say; placed where alone its words stand."
      : "Placed where alone its words stand."
  return how === "by-surroundings" ? "Placed by its words and by what stands around them." : ""
}

const short = (words: string) => (words.length > 80 ? `${words.slice(0, 79).toWellFormed()}…` : words)
