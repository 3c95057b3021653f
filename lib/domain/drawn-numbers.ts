/**
 * Numbers that look drawn by chance and are the same for the same seed: xoshiro128**, Blackman and Vigna, "Scrambled
 * Linear Pseudorandom Number Generators" (2021). Each call gives a whole number from 0 up to, without, `below`, which is
 * at most 2^32; some come out more often than others by less than `below` in 2^32.
 */
export function drawnNumbers(seed: number): (below: number) => number {
  const next = spread(seed)
  let [a, b, c, d] = [next(), next(), next(), next()]
  return below => {
    const mixed = Math.imul(b, 5)
    const drawn = Math.imul((mixed << 7) | (mixed >>> 25), 9) >>> 0
    const kept = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= kept
    d = (d << 11) | (d >>> 21)
    return Math.floor((drawn / 0x100000000) * below)
  }
}

/** SplitMix32, which makes four numbers that are not all zero out of any seed. */
function spread(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return mixed ^ (mixed >>> 15)
  }
}
