/** A piece of words on a page of a PDF: where its baseline begins, its width and its height, in points. */
export interface PdfPiece {
  readonly words: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A line of a page: its words, and whether a paragraph ends before it. */
export interface PdfLine {
  readonly words: string
  readonly opens: boolean
}

interface Row {
  words: string
  readonly x: number
  readonly y: number
  end: number
  height: number
}

/**
 * The lines of a page in the order of the file, and where its paragraphs part: at a wider gap than lines mostly have
 * between them, at an indent, where the letters are of another size, and at another column.
 */
export function pdfLines(pieces: readonly PdfPiece[]): PdfLine[] {
  const rows: Row[] = []
  for (const { words, x, y, width, height } of pieces) {
    if (words === "") continue
    const last = rows.at(-1)
    const size = height || last?.height || 10
    const same = last && Math.abs(last.y - y) < Math.max(size, last.height) * 0.5 && x >= last.end - size * 3
    if (!same) {
      if (words.trim() !== "") rows.push({ words, x, y, end: x + width, height: size })
      continue
    }
    const apart = x - last.end > size * 0.15 && !/\s$/.test(last.words) && !/^\s/.test(words)
    last.words += (apart ? " " : "") + words
    last.end = Math.max(last.end, x + width)
    if (words.trim() !== "") last.height = Math.max(last.height, size)
  }
  const gaps = rows.slice(1).map((row, at) => rows[at]!.y - row.y)
  const usual = ranked(
    gaps.filter(gap => gap > 0),
    0.25,
  )
  const left = ranked(
    rows.map(({ x }) => x),
    0.5,
  )
  return rows.map(({ words, x, y, height }, at) => {
    const before = rows[at - 1]
    const opens =
      before !== undefined &&
      (before.y - y > usual * 1.4 ||
        y - before.y > height ||
        Math.abs(before.height - height) > Math.max(1, height * 0.12) ||
        (x - before.x > height * 0.8 && x - left > height * 0.8 && x - left < height * 6))
    return { words: words.trim().replaceAll(/\s+/g, " "), opens: at === 0 ? false : opens }
  })
}

/** The number below which this share of the others lies. */
function ranked(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0
}

/**
 * Lines of a paragraph as one: parted by a space, a word that was parted at the end of a line put together again. Soft
 * hyphens go; a hyphen between two small letters goes unless `keeps` knows the word with it.
 */
export function joinedLines(
  lines: readonly string[],
  keeps: (word: string) => boolean,
): { text: string; joined: number } {
  let text = ""
  let joined = 0
  for (const line of lines) {
    const ends = /([\p{L}\p{M}]+)([-\u2010\u00AD])$/u.exec(text)
    const begins = /^[\p{Ll}\p{M}]+/u.exec(line)
    if (text === "") text = line
    else if (ends && begins) {
      const whole = `${ends[1]}-${begins[0]}`.toLowerCase()
      const kept = ends[2] !== "\u00AD" && keeps(whole)
      text = (kept ? text : text.slice(0, -1)) + line
      if (!kept) joined++
    } else text += ` ${line}`
  }
  return { text, joined }
}

/** Lines at the top and bottom of pages that are the same on three or more of them, but for their numbers. */
export function runningLines(pages: readonly (readonly PdfLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const lines of pages)
    for (const key of new Set(edges(lines).map(runningKey))) counts.set(key, (counts.get(key) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count >= 3).map(([key]) => key))
}

const edges = (lines: readonly PdfLine[]): string[] =>
  [...lines.slice(0, 1), ...lines.slice(-1)].map(({ words }) => words)
export const runningKey = (words: string): string => words.replaceAll(/\d+/g, "#").trim().toLowerCase()
