/** Numbers from 0 to 1 that a seed fixes (xorshift with 13, 17 and 5: Marsaglia 2003). */
export function seededRandom(seed: number): () => number {
  // Zero would stay zero.
  let state = seed % 2 ** 31 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}
