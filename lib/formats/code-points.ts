/**
 * Turns positions in UTF-16 code units into positions in Unicode code points, as the W3C's annotations and brat count.
 * It reads on from the position asked last, so that ascending positions cost one walk over the text; a smaller one
 * begins anew. A position inside a surrogate pair counts the pair.
 */
export function codePointsOf(text: string): (position: number) => number {
  let at = 0
  let points = 0
  return position => {
    if (position < at) {
      at = 0
      points = 0
    }
    while (at < position && at < text.length) {
      at += text.codePointAt(at)! > 0xffff ? 2 : 1
      points++
    }
    return points
  }
}

/** The way back: positions in code points as positions in UTF-16 code units; null beyond the end of the text. */
export function utf16Of(text: string): (points: number) => number | null {
  if (!/[\ud800-\udbff]/.test(text)) return points => (points <= text.length ? points : null)
  const starts = new Uint32Array(text.length + 1)
  let count = 0
  for (let at = 0; at < text.length; at += text.codePointAt(at)! > 0xffff ? 2 : 1) starts[count++] = at
  starts[count] = text.length
  return points => (points <= count ? starts[points]! : null)
}
