import { areSameSentences, boundaryTally, innerBoundaries, sumOf } from "./boundary-score.ts"
import type { EvaluationData, GoldenCase } from "./evaluation-data.ts"
import { damage, isOrderly, seededChance } from "./noise.ts"
import { f1, type Tally } from "./score-annotated.ts"
import type { Language, Segmenter } from "./segmenters.ts"
import { megabytesPerSecond } from "./speed.ts"
import { textTable } from "./text-table.ts"

interface Joined {
  readonly text: string
  readonly sentences: readonly string[]
}

const seed = 20

/**
 * A table of the segmenters against each other. Golden: cases of which every sentence is right. EWT and GSD: precision,
 * recall and F1 in per cent of the boundaries within each document of a treebank's dev part, its sentences joined by
 * one space. Noise: F1 on the same documents without the sentences that have no capital or stop, damaged as
 * {@link damage} says with a fixed seed. Speed: megabytes of UTF-8 a second on these English sentences undamaged, in chunks of
 * ten thousand characters, as each segmenter's own answer comes: Intl.Segmenter takes quadratic time on longer texts.
 */
export function peerLines(data: EvaluationData, segmenters: readonly Segmenter[], now: () => number): string[] {
  const joined = (language: Language): Joined[] =>
    data.treebank[language].map(sentences => ({ text: sentences.join(" "), sentences }))
  const noisy = (language: Language): Joined[] => {
    const chance = seededChance(seed)
    return data.treebank[language].map(sentences => damage(sentences.filter(isOrderly), chance))
  }
  const clean = { en: joined("en"), ru: joined("ru") }
  const noise = { en: noisy("en"), ru: noisy("ru") }
  const chunks = chunksOf(data.treebank.en.flat().filter(isOrderly), 10_000)
  const rows = segmenters.map(segmenter => {
    const cell = (language: Language, value: () => string) => (segmenter.languages.includes(language) ? value() : "–")
    return [
      segmenter.name,
      cell("en", () => String(goldenRight(data.golden.en, segmenter, "en"))),
      cell("en", () => threeOf(treebankTally(clean.en, segmenter, "en"))),
      cell("ru", () => String(goldenRight(data.golden.ru, segmenter, "ru"))),
      cell("ru", () => threeOf(treebankTally(clean.ru, segmenter, "ru"))),
      cell("en", () => threeOf(treebankTally(noise.en, segmenter, "en"))),
      cell("ru", () => threeOf(treebankTally(noise.ru, segmenter, "ru"))),
      megabytesPerSecond(chunks, chunk => segmenter.sentences(chunk, "en"), now, 2000).toFixed(1),
    ]
  })
  const head = [
    "",
    `Golden en /${data.golden.en.length}`,
    "EWT dev P/R/F1",
    `Golden ru /${data.golden.ru.length}`,
    "GSD dev P/R/F1",
    "noise en P/R/F1",
    "noise ru P/R/F1",
    "MB/s clean en",
  ]
  return textTable([head, ...rows])
}

/** The sentences joined by spaces into texts of about `size` characters. */
function chunksOf(sentences: readonly string[], size: number): string[] {
  const chunks: string[] = []
  for (const sentence of sentences) {
    const last = chunks.at(-1)
    if (last === undefined || last.length > size) chunks.push(sentence)
    else chunks[chunks.length - 1] = `${last} ${sentence}`
  }
  return chunks
}

function goldenRight(cases: readonly GoldenCase[], segmenter: Segmenter, language: Language): number {
  return cases.filter(({ text, sents }) => areSameSentences(sents, segmenter.sentences(text, language))).length
}

function treebankTally(documents: readonly Joined[], segmenter: Segmenter, language: Language): Tally {
  return sumOf(
    documents.map(({ text, sentences }) =>
      boundaryTally(innerBoundaries(text, sentences), innerBoundaries(text, segmenter.sentences(text, language))),
    ),
  )
}

function threeOf(tally: Tally): string {
  const { right, extra, missed } = tally
  const share = (of: number) => ((100 * right) / Math.max(1, of)).toFixed(1)
  return `${share(right + extra)} ${share(right + missed)} ${f1(tally).toFixed(1)}`
}
