/** A file that a text was read from, byte for byte, with what was known of it. */
export interface OriginalFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly fileName: string
  readonly mediaType: string
  /** The encoding of a file that is plain text within; empty for others. */
  readonly encoding: string
}
