import type { Span } from "../domain/unit.ts"

/** The formats in which passages that were marked elsewhere come in, with their names. */
export const markedFormats = {
  "web-annotation": "Web Annotation",
  hypothesis: "Hypothesis",
  "label-studio": "Label Studio",
  doccano: "doccano",
  brat: "brat",
  "claims-json": "Apparatus JSON",
  "claim-lines": "Apparatus JSON Lines",
} as const
export type MarkedFormat = keyof typeof markedFormats

/** What positions of a file count. */
export const offsetUnits = ["utf-16", "code-points"] as const
export type OffsetUnit = (typeof offsetUnits)[number]

/** A text that a file speaks of, as far as the file says which one it is. */
export interface MarkedText {
  /** By which the file's passages name it. */
  readonly key: string
  /** What people may know it by: a title, the name of a file. */
  readonly name: string
  /** Ids and addresses that the file gives it. */
  readonly ids: readonly string[]
  readonly sha256: string | null
  /** Its words, when the file brings them along. */
  readonly text: string | null
}

/** A passage that a file marks with one label, in the file's own words. */
export interface MarkedPassage {
  /** Where in the file it stands: "line 3", "annotation 12". */
  readonly at: string
  /** The key of the text that it is of. */
  readonly of: string
  /** Where the file says that it is, in the file's own unit. */
  readonly position: (Span & { readonly unit: OffsetUnit }) | null
  /** The words that the file gives for it; null when it gives none. */
  readonly quote: string | null
  readonly prefix: string
  readonly suffix: string
  /** Empty when the file gives the passage none. */
  readonly label: string
  /** What is said of it. */
  readonly text: string
  /** Who said so, or which program. */
  readonly by: string
}

/** Something of a file that marks no passage, and why. */
export interface FileTrouble {
  readonly at: string
  readonly why: string
}

/** All that a file marks, and what of it can't be read. */
export interface Markings {
  readonly texts: readonly MarkedText[]
  readonly passages: readonly MarkedPassage[]
  readonly troubles: readonly FileTrouble[]
}

/** Gathers what a file marks. Words of others are cut to what can be stored. */
export class Gathered implements Markings {
  readonly #known = new Set<string>()
  readonly texts: MarkedText[] = []
  readonly passages: MarkedPassage[] = []
  readonly troubles: FileTrouble[] = []

  knows(key: string): boolean {
    return this.#known.has(key)
  }

  text({ name, ids, sha256, ...text }: MarkedText): void {
    if (this.#known.has(text.key)) return
    this.#known.add(text.key)
    const hash = sha256?.toLowerCase() ?? ""
    this.texts.push({
      ...text,
      name: oneLine(name),
      ids: ids.filter(id => id !== ""),
      sha256: /^[0-9a-f]{64}$/.test(hash) ? hash : null,
    })
  }

  passage({ label, text, by, ...passage }: MarkedPassage): void {
    if (this.passages.length >= mostPassages) return
    this.passages.push({ ...passage, label: oneLine(label), text: remark(text), by: oneLine(by) })
  }

  trouble(at: string, why: string): void {
    if (this.troubles.length < mostTroubles) this.troubles.push({ at, why })
    else if (this.troubles.length === mostTroubles)
      this.troubles.push({
        at: "from here on",
        why: "There is more that can't be read; only the first 10,000 are told.",
      })
  }
}

/** Passages that are read of files at most, records or lines in which they stand, and troubles that are told. */
export const mostPassages = 100_000
export const mostRecords = 200_000
const mostTroubles = 10_000

/** Characters of a remark, and of a label or a name, at most. */
export const longestRemark = 5_000
export const longestName = 200

/** Adds a line to the remarks of a key, as long as there is room for more. */
export function addRemark(remarks: Map<string, string>, key: string, words: string): void {
  const before = remarks.get(key)
  if (before === undefined) remarks.set(key, words)
  else if (before.length <= longestRemark) remarks.set(key, `${before}\n${words}`)
}

const oneLine = (words: string) =>
  cut(
    words
      .toWellFormed()
      .replaceAll(/[\s\p{Cc}]+/gu, " ")
      .trim(),
    longestName,
  )
const remark = (words: string) => cut(words.toWellFormed().replaceAll("\0", "").trim(), longestRemark)

const cut = (words: string, most: number) =>
  words.length <= most ? words : `${words.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`
