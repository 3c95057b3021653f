import { Inflate } from "fflate"

/**
 * What unpacks a deflated file piece by piece, or hands on one that is stored as it is. It answers null when the bytes are
 * not deflated ones.
 */
export function inflating(deflated: boolean): (bytes: Uint8Array, last: boolean) => Uint8Array | null {
  if (!deflated) return bytes => bytes
  let chunks: Uint8Array[] = []
  const inflate = new Inflate(chunk => {
    chunks.push(chunk)
  })
  return (bytes, last) => {
    try {
      inflate.push(bytes, last)
    } catch {
      return null
    }
    const whole = chunks.length === 1 ? chunks[0]! : joined(chunks)
    chunks = []
    return whole
  }
}

/** Pieces as one; without Node's Buffer, since browsers open exports too. */
export function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
