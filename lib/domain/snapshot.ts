/** What a snapshot can be. */
export const snapshotTypes = ["text/plain", "text/html", "application/pdf"] as const
export type SnapshotType = (typeof snapshotTypes)[number]

/** Bytes that a snapshot has at most. */
export const largestSnapshot = 10 * 1_048_576

/** What a file is by its first bytes and its name; null when it is neither text, a page nor a PDF. */
export function snapshotTypeOf(bytes: Uint8Array, fileName: string): SnapshotType | null {
  if (startsWith(bytes, "%PDF-")) return "application/pdf"
  if (bytes.subarray(0, 4_096).includes(0)) return null
  return /\.x?html?$/i.test(fileName) ? "text/html" : "text/plain"
}

const startsWith = (bytes: Uint8Array, letters: string) =>
  [...letters].every((letter, at) => bytes[at] === letter.charCodeAt(0))
