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
    const whole = chunks.length === 1 ? chunks[0]! : new Uint8Array(Buffer.concat(chunks))
    chunks = []
    return whole
  }
}
