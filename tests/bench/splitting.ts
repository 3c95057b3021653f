import { findDuplicates } from "../../lib/text/duplicates.ts"
import { splitText } from "../../lib/text/split-text.ts"
import { seededChance } from "../eval/noise.ts"
import { type Segmenter, segmenters, unitExtents } from "../eval/segmenters.ts"
import { megabytesPerSecond } from "../eval/speed.ts"

const people = [
  "Orlova",
  "Gen. Reed",
  "Dr. Hale",
  "the clerk",
  "her brother",
  "Mr. J. K. Lind",
  "the widow",
  "Prof. Anders",
]
const deeds = [
  "kept the letters in a tin box under the stairs",
  "was arrested in the spring of 1937 and never came back to the flat",
  "said that the archive had been burnt before the war",
  "left for Odessa on the night train, as the guard later recalled",
  "signed the order, which nobody in the ministry had read",
  'called the whole affair "a provocation"',
  "had perhaps known of the plan since Aug. 4, 1920",
  "earned 3.50 roubles a day, and the mill paid no more",
]
const ends = [".", ".", ".", ".", "!", "?", ".[12]", "…"]

/** Orderly English prose of about `size` characters, the same for the same size: no two sentences need be alike. */
export function generatedProse(size: number): string[] {
  const chance = seededChance(1)
  const pick = (from: readonly string[]) => from[Math.floor(chance() * from.length)] as string
  const paragraphs: string[] = []
  for (let length = 0; length < size; length += (paragraphs.at(-1) as string).length + 2) {
    const sentences = Array.from({ length: 12 }, () => {
      const opening = chance() < 0.4 ? `In ${1900 + Math.floor(chance() * 50)} ` : ""
      const sentence = `${opening}${pick(people)} ${pick(deeds)}, and ${pick(people)} ${pick(deeds)}${pick(ends)}`
      return sentence.charAt(0).toUpperCase() + sentence.slice(1)
    })
    paragraphs.push(sentences.join(" "))
  }
  return paragraphs
}

/** Lines of a table: how fast texts are split, in MB of UTF-8 a second, and how that compares with other segmenters. */
export async function splittingLines(now: () => number): Promise<string[]> {
  const peers = await segmenters()
  const peer = (name: string) => peers.find(candidate => candidate.name === name) as Segmenter
  const paragraphs = generatedProse(1_000_000)
  const some = paragraphs.slice(0, 80)
  const whole = paragraphs.join("\n\n")
  const speed = (chunks: readonly string[], split: (text: string) => unknown) =>
    megabytesPerSecond(chunks, split, now, 3000)
  // Others get paragraphs: Intl.Segmenter takes quadratic time on more than 50,000 characters.
  const ours = speed([whole], unitExtents)
  const line = (name: string, value: number, base: number, baseName: string) =>
    `${name.padEnd(44)} ${value.toFixed(1).padStart(6)} MB/s, ${(value / base).toFixed(2)} x ${baseName}`
  const sentencex = speed(paragraphs, text => peer("sentencex-wasm").sentences(text, "en"))
  const intl = speed(paragraphs, text => peer("Intl.Segmenter").sentences(text, "en"))
  const wink = speed(some, text => peer("wink-nlp").sentences(text, "en"))
  const pipeline = speed([some.join("\n\n")], text => findDuplicates(splitText(text), text))
  return [
    line("boundaries of 1 MB", ours, sentencex, "sentencex-wasm"),
    line("boundaries of 1 MB", ours, intl, "Intl.Segmenter by paragraphs"),
    line("boundaries of 1 MB in one line", speed([paragraphs.join(" ")], unitExtents), ours, "the same in paragraphs"),
    line("boundaries of 4 MB", speed([`${whole}\n\n`.repeat(4)], unitExtents), ours, "of 1 MB"),
    line("units, kinds, cues and duplicates", pipeline, wink, "wink-nlp's boundaries alone"),
  ]
}
