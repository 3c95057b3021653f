/** What a person can say of two claims. "neither" keeps a proposal from being made again. */
export const linkKinds = ["same", "contradicts", "neither"] as const
export type LinkKind = (typeof linkKinds)[number]

export const linkWords: Readonly<Record<LinkKind, string>> = {
  same: "they say the same",
  contradicts: "they contradict each other",
  neither: "they neither say the same nor contradict each other",
}

/** Two units that a person linked. */
export interface LinkedPair {
  readonly kind: LinkKind
  readonly unitAId: string
  readonly unitBId: string
}

/**
 * Every unit that says the same as one of `ids`, over however many links, these included. Links that were withdrawn
 * are not among `links`.
 */
export function sameAs(links: readonly LinkedPair[], ids: readonly string[]): ReadonlySet<string> {
  const next = new Map<string, string[]>()
  const note = (from: string, to: string) => next.set(from, [...(next.get(from) ?? []), to])
  for (const { kind, unitAId, unitBId } of links)
    if (kind === "same") {
      note(unitAId, unitBId)
      note(unitBId, unitAId)
    }
  const found = new Set(ids)
  for (const id of found) for (const other of next.get(id) ?? []) found.add(other)
  return found
}

/**
 * Whether a new link would have two claims say the same and contradict each other, be it over others: a claim that
 * says the same as one side then contradicts one that says the same as the other.
 */
export function isAtOdds(links: readonly LinkedPair[], { kind, unitAId, unitBId }: LinkedPair): boolean {
  const [left, right] = [sameAs(links, [unitAId]), sameAs(links, [unitBId])]
  if (kind === "contradicts") return left.has(unitBId)
  if (kind !== "same") return false
  return links.some(
    link =>
      link.kind === "contradicts" &&
      ((left.has(link.unitAId) && right.has(link.unitBId)) || (right.has(link.unitAId) && left.has(link.unitBId))),
  )
}
