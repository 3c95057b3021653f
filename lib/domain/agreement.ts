/** How far labels agree that several people gave to the same things. */
export interface Agreement {
  /** Things with at least two labels, which alone say anything about agreement, of all. */
  readonly used: number
  readonly of: number
  /** The share of pairs of labels of one thing that are the same, each thing weighing alike; null when `used` is 0. */
  readonly raw: number | null
  /**
   * Krippendorff's alpha for nominal data, 1 for perfect agreement and 0 for that of chance; null when it is undefined:
   * nothing has two labels, or all labels are the same, so that chance alone would agree perfectly too.
   */
  readonly alpha: number | null
}

/**
 * Agreement of labels without an order, one list for each thing; lists may differ in length. The coincidence matrix of
 * Krippendorff, Content Analysis (2004), chapter 11.
 */
export function agreementOf(things: readonly (readonly string[])[]): Agreement {
  const pairable = things.filter(labels => labels.length > 1)
  const totals = new Map<string, number>()
  let [same, all, raw] = [0, 0, 0]
  for (const labels of pairable) {
    const counts = new Map<string, number>()
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
    let agreeing = 0
    for (const [label, count] of counts) {
      totals.set(label, (totals.get(label) ?? 0) + count)
      agreeing += count * (count - 1)
    }
    same += agreeing / (labels.length - 1)
    all += labels.length
    raw += agreeing / (labels.length * (labels.length - 1))
  }
  const counts = { used: pairable.length, of: things.length }
  if (pairable.length === 0) return { ...counts, raw: null, alpha: null }
  const byChance = [...totals.values()].reduce((sum, count) => sum + count * (count - 1), 0) / (all - 1)
  const alpha = totals.size < 2 ? null : 1 - (all - same) / (all - byChance)
  return { ...counts, raw: raw / pairable.length, alpha }
}
