/**
 * Megabytes (10⁶ bytes of the text as UTF-8) that `split` gets through in a second, at its best of many rounds: as many as
 * fit into `milliseconds`, and five at least. The best is what other work on the machine disturbs least. `now` gives
 * milliseconds.
 */
export function megabytesPerSecond(
  chunks: readonly string[],
  split: (chunk: string) => unknown,
  now: () => number,
  milliseconds: number,
): number {
  const bytes = chunks.reduce((sum, chunk) => sum + Buffer.byteLength(chunk), 0)
  const began = now()
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 5 || now() - began < milliseconds; round++) {
    const before = now()
    for (const chunk of chunks) split(chunk)
    best = Math.min(best, now() - before)
  }
  return bytes / 1000 / best
}
