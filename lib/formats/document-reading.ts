import type { TextAnchor } from "../domain/text-anchor.ts"

/** The forms in which a document comes in, by what is in the file. */
export const documentFormats = ["text", "markdown", "html", "tei", "docx", "odt", "epub", "pdf"] as const
export type DocumentFormat = (typeof documentFormats)[number]

/** What a file says of itself, as far as it does. */
export interface FileWords {
  readonly title: string
  readonly author: string
  readonly language: string
  readonly licence: string
}
export const noWords: FileWords = { title: "", author: "", language: "", licence: "" }

/** A file read as a text. */
export interface DocumentReading extends FileWords {
  readonly format: DocumentFormat
  readonly text: string
  /** In the order of the text. */
  readonly anchors: readonly TextAnchor[]
  /** What may not be as the reader expects, each a sentence. */
  readonly warnings: readonly string[]
}
