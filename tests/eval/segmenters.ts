import { readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import nlp from "compromise/one"
import { split as splitTextlint } from "sentence-splitter"
import initSentencex, { segment } from "sentencex-wasm"
import model from "wink-eng-lite-web-model"
import wink from "wink-nlp"
import { boundarySteps } from "../../lib/text/boundaries.ts"

export type Language = "en" | "ru"

/** A way to find sentences, called as its own documentation says. */
export interface Segmenter {
  readonly name: string
  readonly languages: readonly Language[]
  /** The sentences of a text in order, with or without the white space around them. */
  sentences(text: string, language: Language): string[]
}

const require = createRequire(import.meta.url)
const { sentences: splitSbd }: { sentences(text: string, options: object): string[] } = require("sbd")

/** The extents of the units of a text, boundaries alone. */
export function unitExtents(text: string) {
  const steps = boundarySteps(text)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The splitter and its peers, ready to be called. The splitter comes first. */
export async function segmenters(): Promise<Segmenter[]> {
  await initSentencex({ module_or_path: await readFile(require.resolve("sentencex-wasm/sentencex_wasm_bg.wasm")) })
  const winkSentences = wink(model, ["sbd"])
  const intl = {
    en: new Intl.Segmenter("en", { granularity: "sentence" }),
    ru: new Intl.Segmenter("ru", { granularity: "sentence" }),
  }
  const both = ["en", "ru"] as const
  return [
    {
      name: "ours",
      languages: both,
      sentences: text => unitExtents(text).map(({ start, end }) => text.slice(start, end)),
    },
    {
      name: "Intl.Segmenter",
      languages: both,
      sentences: (text, language) => Array.from(intl[language].segment(text), part => part.segment),
    },
    { name: "sentencex-wasm", languages: both, sentences: (text, language) => segment(language, text) },
    { name: "wink-nlp", languages: ["en"], sentences: text => winkSentences.readDoc(text).sentences().out() },
    { name: "compromise", languages: both, sentences: text => nlp.tokenize(text).out("array") },
    { name: "sbd", languages: both, sentences: text => splitSbd(text, { preserve_whitespace: true }) },
    {
      name: "sentence-splitter",
      languages: both,
      sentences: text =>
        splitTextlint(text)
          .filter(node => node.type === "Sentence")
          .map(node => node.raw),
    },
  ]
}
