import type { UnitWords } from "./unit-words.ts"
import { ARTICLE, PREPOSITION, SUBJECT } from "./word-class.ts"

const asking = new Set("who what when where why how which whose whom".split(" "))
const inverted = new Set(
  `is are was were do does did can could would will has have should isn't aren't wasn't weren't don't doesn't didn't can't
   couldn't wouldn't won't hasn't haven't shouldn't`.split(/\s+/),
)
/** Inverted before a subject these also open conditions and wishes: "Had he known", "Were it so", "Should he come". */
const conditional = new Set("were should had may".split(" "))
const askingRussian = new Set(
  "кто что где когда почему зачем сколько откуда куда чем какой какая какие чей как".split(" "),
)

/** Whether the words of a unit stand in the order of a question although no question mark ends it. */
export function isQuestion(text: string, end: number, unit: UnitWords): boolean {
  const { words, classes } = unit
  if (words.length < 3) return false
  const stopped = /[.!…]["”»)]*$/.test(text.slice(Math.max(0, end - 3), end))
  const at = /^(?:so|and|but|well|also|а|и|но|ну)$/.test(words[0] as string) ? 1 : 0
  const first = words[at] as string
  const subject = (index: number) =>
    ((classes[index] ?? 0) & (SUBJECT | ARTICLE)) !== 0 ||
    /^(?:anyone|anybody|someone|somebody|everyone)$/.test(words[index] ?? "")
  if (asking.has(first)) {
    if (inverted.has(words[at + 1] ?? "") && subject(at + 2)) return true
    return !stopped && first === "how" && /^(?:many|much|long|far|old)$/.test(words[at + 1] ?? "")
  }
  if (inverted.has(first) && subject(at + 1)) {
    return (
      !conditional.has(first) && (!stopped || /^(?:you|we|they|anyone|anybody|he|she)$/.test(words[at + 1] as string))
    )
  }
  if (/^(?:anyone|anybody)$/.test(first)) return !stopped && words.length <= 14
  if (stopped) return false
  const comma = /,/.test(text.slice(unit.starts[0] as number, end))
  if (words.slice(1, 5).includes("ли")) return !comma
  return (
    (askingRussian.has(first) || /^(?:кто|что)-(?:нибудь|то)$/.test(first)) &&
    !comma &&
    words.length <= 14 &&
    !((classes[at + 1] ?? 0) & PREPOSITION && first === "как")
  )
}
