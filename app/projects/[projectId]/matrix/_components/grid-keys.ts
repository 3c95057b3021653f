/** A place in the grid: row 0 is the head with the sources, column 0 the claims' words. */
export interface GridPlace {
  readonly row: number
  readonly column: number
}

interface Press {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

interface Grid {
  /** The last place. */
  readonly last: GridPlace
  /** How many rows are in sight at once. */
  readonly page: number
}

/** Where a key leads from a place of the grid, never out of it; null for a key that moves nothing. */
export function gridMove(press: Press, { row, column }: GridPlace, { last, page }: Grid): GridPlace | null {
  if (press.altKey || press.shiftKey) return null
  const far = press.ctrlKey || press.metaKey
  const wanted = far ? farMove(press.key, { row, column }, last) : nearMove(press.key, { row, column }, last, page)
  return wanted && { row: within(wanted.row, last.row), column: within(wanted.column, last.column) }
}

function nearMove(key: string, { row, column }: GridPlace, last: GridPlace, page: number): GridPlace | null {
  switch (key) {
    case "ArrowUp":
      return { row: row - 1, column }
    case "ArrowDown":
      return { row: row + 1, column }
    case "ArrowLeft":
      return { row, column: column - 1 }
    case "ArrowRight":
      return { row, column: column + 1 }
    case "Home":
      return { row, column: 0 }
    case "End":
      return { row, column: last.column }
    case "PageUp":
      return { row: row - page, column }
    case "PageDown":
      return { row: row + page, column }
    default:
      return null
  }
}

function farMove(key: string, { row, column }: GridPlace, last: GridPlace): GridPlace | null {
  switch (key) {
    case "ArrowUp":
      return { row: 0, column }
    case "ArrowDown":
      return { row: last.row, column }
    case "ArrowLeft":
      return { row, column: 0 }
    case "ArrowRight":
      return { row, column: last.column }
    case "Home":
      return { row: 0, column: 0 }
    case "End":
      return last
    default:
      return null
  }
}

const within = (at: number, last: number) => Math.max(0, Math.min(at, last))
