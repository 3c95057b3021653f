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

/** Who says what a unit says, itself included, over however many links. */
export type SameGroups = (unitId: string) => readonly string[]

/** The groups of units that say the same. Links that were withdrawn are not among `links`. */
export function sameGroups(links: readonly LinkedPair[]): SameGroups {
  const next = new Map<string, string[]>()
  const note = (from: string, to: string) => {
    const known = next.get(from)
    if (known) known.push(to)
    else next.set(from, [to])
  }
  for (const { kind, unitAId, unitBId } of links)
    if (kind === "same") {
      note(unitAId, unitBId)
      note(unitBId, unitAId)
    }
  const groups = new Map<string, readonly string[]>()
  for (const first of next.keys()) {
    if (groups.has(first)) continue
    const found = new Set([first])
    for (const id of found) for (const other of next.get(id) ?? []) found.add(other)
    const group = [...found].sort()
    for (const id of group) groups.set(id, group)
  }
  return unitId => groups.get(unitId) ?? [unitId]
}

/** Every unit that says the same as one of `ids`, these included. */
export const sameAs = (links: readonly LinkedPair[], ids: Iterable<string>): ReadonlySet<string> => {
  const groupOf = sameGroups(links)
  return new Set([...ids].flatMap(groupOf))
}

/**
 * Which units are confirmed to contradict a unit: those that a link names, and what says the same as one of them, on
 * either side.
 */
export function contradicting(links: readonly LinkedPair[]): (unitId: string) => readonly string[] {
  const groupOf = sameGroups(links)
  const found = new Map<string, Set<string>>()
  const note = (unitId: string, others: readonly string[]) => {
    const known = found.get(unitId) ?? new Set()
    for (const other of others) known.add(other)
    found.set(unitId, known)
  }
  for (const { kind, unitAId, unitBId } of links) {
    if (kind !== "contradicts") continue
    const [left, right] = [groupOf(unitAId), groupOf(unitBId)]
    for (const unitId of left) note(unitId, right)
    for (const unitId of right) note(unitId, left)
  }
  return unitId => [...(found.get(unitId) ?? [])].sort()
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
