/** Where two word lists differ: words `[left, leftEnd)` of one stand where the other has `[right, rightEnd)`. */
export interface Difference {
  readonly left: number
  readonly leftEnd: number
  readonly right: number
  readonly rightEnd: number
}

/** Cells of the comparison beyond which two lists count as unlike; it bounds the work on a pair. */
const mostCells = 40_000

/**
 * The differences between two lists of words by their longest common subsequence, in order, or null when the lists are
 * too long to be compared. What they share at the head and at the tail costs nothing.
 */
export function differences(left: readonly string[], right: readonly string[]): Difference[] | null {
  let head = 0
  while (head < left.length && head < right.length && left[head] === right[head]) head++
  let tail = 0
  const most = Math.min(left.length, right.length) - head
  while (tail < most && left[left.length - 1 - tail] === right[right.length - 1 - tail]) tail++
  const rows = left.length - head - tail
  const columns = right.length - head - tail
  if (rows === 0 && columns === 0) return []
  if (rows * columns > mostCells) return null
  const width = columns + 1
  const common = new Uint16Array((rows + 1) * width)
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--)
      common[row * width + column] =
        left[head + row] === right[head + column]
          ? (common[(row + 1) * width + column + 1] as number) + 1
          : Math.max(common[(row + 1) * width + column] as number, common[row * width + column + 1] as number)
  const found: Difference[] = []
  let row = 0
  let column = 0
  while (row < rows || column < columns) {
    const from = { left: head + row, right: head + column }
    while (
      (row < rows || column < columns) &&
      (row >= rows || column >= columns || left[head + row] !== right[head + column])
    ) {
      if (column >= columns) row++
      else if (row >= rows) column++
      else if ((common[(row + 1) * width + column] as number) >= (common[row * width + column + 1] as number)) row++
      else column++
    }
    if (head + row > from.left || head + column > from.right)
      found.push({ ...from, leftEnd: head + row, rightEnd: head + column })
    while (row < rows && column < columns && left[head + row] === right[head + column]) {
      row++
      column++
    }
  }
  return found
}
