/**
 * Where words stand that belong at `wanted` heights, so that none covers another: as near as can be in their order, each
 * `gap` from the next, between `top` and `bottom` as long as there is room.
 */
export function spreadOut(wanted: readonly number[], gap: number, top: number, bottom: number): readonly number[] {
  const order = wanted.map((_, at) => at).sort((a, b) => wanted[a]! - wanted[b]! || a - b)
  const places = [...wanted]
  let least = top
  for (const at of order) {
    places[at] = Math.max(places[at]!, least)
    least = places[at]! + gap
  }
  let most = bottom
  for (const at of [...order].reverse()) {
    places[at] = Math.min(places[at]!, most)
    most = places[at]! - gap
  }
  return places
}
