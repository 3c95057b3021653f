/**
 * Megabytes (10⁶ bytes of the text as UTF-8) that `split` gets through in a second: the best of `rounds` after one to
 * warm up, so that other work on the machine counts as little as can be.
 */
export function megabytesPerSecond(
  chunks: readonly string[],
  split: (chunk: string) => unknown,
  now: () => number,
  rounds = 5,
): number {
  const bytes = chunks.reduce((sum, chunk) => sum + Buffer.byteLength(chunk), 0)
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round <= rounds; round++) {
    const before = now()
    for (const chunk of chunks) split(chunk)
    if (round > 0) best = Math.min(best, now() - before)
  }
  return bytes / 1000 / best
}
