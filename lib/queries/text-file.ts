/** A short file for somebody to keep: its name as people read it, and what is in it. */
export interface TextFile {
  readonly name: string
  readonly mediaType: string
  readonly text: string
}
