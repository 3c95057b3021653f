/** What is drawn of a long row of things: each with the room left free before it, in pixels. */
export interface DrawnPlaces {
  readonly places: readonly { readonly index: number; readonly before: number }[]
  /** The room left free after the last of them. */
  readonly after: number
}

interface Item {
  readonly index: number
  readonly start: number
  readonly end: number
}

/** Lays the items that are to be drawn one after another from `start` to `total`; what is not drawn becomes free room. */
export function drawnPlaces(items: readonly Item[], start: number, total: number): DrawnPlaces {
  let end = start
  const places = items.map(item => {
    const before = item.start - end
    end = item.end
    return { index: item.index, before }
  })
  return { places, after: total - end }
}
