import { readFile } from "node:fs/promises"
import { join } from "node:path"
import type { Language } from "./segmenters.ts"

/** One case of the Golden Rules: a text and its sentences. */
export interface GoldenCase {
  readonly text: string
  readonly sents: readonly string[]
}

export interface EvaluationData {
  readonly golden: Readonly<Record<Language, readonly GoldenCase[]>>
  /** Documents of a treebank, each a list of sentences. */
  readonly treebank: Readonly<Record<Language, readonly (readonly string[])[]>>
}

/** Data that cannot be read; the message says what to do. */
export class DataMissing extends Error {}

/** Reads the data in `folder`. Throws {@link DataMissing} when a file is not there or not of its form. */
export async function readData(folder: string): Promise<EvaluationData> {
  const [goldenEn, goldenRu, ewt, gsd] = await Promise.all([
    readList(folder, "golden_en.json", isGolden),
    readList(folder, "golden_ru.json", isGolden),
    readList(folder, "ud_en_ewt_dev.json", isDocument),
    readList(folder, "ud_ru_gsd_dev.json", isDocument),
  ])
  return { golden: { en: goldenEn, ru: goldenRu }, treebank: { en: ewt, ru: gsd } }
}

async function readList<T>(folder: string, name: string, is: (value: unknown) => value is T): Promise<T[]> {
  const path = join(folder, name)
  const file = await readFile(path, "utf8").catch(() => {
    throw new DataMissing(`There is no file ${path} to read; give the folder of the evaluation data with --data.`)
  })
  try {
    const list: unknown = JSON.parse(file)
    if (Array.isArray(list) && list.every(is)) return list
  } catch {}
  throw new DataMissing(`${path} is not the evaluation data it should be; fetch it again.`)
}

function isDocument(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(sentence => typeof sentence === "string")
}

function isGolden(value: unknown): value is GoldenCase {
  if (typeof value !== "object" || value === null || !("text" in value) || !("sents" in value)) return false
  return typeof value.text === "string" && isDocument(value.sents)
}
