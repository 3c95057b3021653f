/** How a source depends on another. Each of them makes the derived one no witness of its own. */
export const derivationKinds = ["quotes", "translates", "retells", "edits", "cites-only"] as const
export type DerivationKind = (typeof derivationKinds)[number]

/** The words between the two sources: “The derived one … the other.” */
export const derivationWords: Readonly<Record<DerivationKind, string>> = {
  quotes: "quotes",
  translates: "translates",
  retells: "retells",
  edits: "edits",
  "cites-only": "has as its only source",
}

/** One source derives from another. */
export interface Derivation {
  readonly derivedId: string
  readonly originId: string
}

/** What each source derives from directly; a source that derives from nothing may be absent. */
export type Lineage = ReadonlyMap<string, readonly string[]>

export function lineageOf(derivations: readonly Derivation[]): Lineage {
  const parents = new Map<string, string[]>()
  for (const { derivedId, originId } of derivations) {
    const known = parents.get(derivedId)
    if (!known) parents.set(derivedId, [originId])
    else if (!known.includes(originId)) known.push(originId)
  }
  return parents
}

/**
 * Where a source's word comes from in the end, in the order of ids: itself when it derives from nothing. Sources that
 * derive from one another in a circle, which is refused when it is entered, are all roots of whatever leads to them,
 * so that a circle never makes witnesses.
 */
export function rootsOf(lineage: Lineage, sourceId: string): readonly string[] {
  const all = [sourceId, ...ancestorsOf(lineage, sourceId)]
  const isRoot = (id: string) => !lineage.get(id)?.length || ancestorsOf(lineage, id).has(id)
  return [...new Set(all.filter(isRoot))].sort()
}

/** Everything that a source derives from, over however many others. Itself only when it stands in a circle. */
export function ancestorsOf(lineage: Lineage, sourceId: string): ReadonlySet<string> {
  const found = new Set<string>()
  const ahead = [...(lineage.get(sourceId) ?? [])]
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (found.has(id)) continue
    found.add(id)
    ahead.push(...(lineage.get(id) ?? []))
  }
  return found
}

/** Everything that derives from a source, over however many others. */
export function descendantsOf(lineage: Lineage, sourceId: string): readonly string[] {
  return [...lineage.keys()].filter(id => id !== sourceId && ancestorsOf(lineage, id).has(sourceId))
}

/**
 * The circle that a new derivation would close, as the sources in it: the first derives from the second and so on, and
 * the last is the first again. The shortest when there are several; null when none is closed.
 */
export function circleClosedBy(lineage: Lineage, { derivedId, originId }: Derivation): readonly string[] | null {
  const cameFrom = new Map<string, string>([[originId, derivedId]])
  const ahead = [originId]
  for (const id of ahead) {
    if (id === derivedId) return chainTo(cameFrom, derivedId)
    for (const parent of [...(lineage.get(id) ?? [])].sort())
      if (!cameFrom.has(parent)) {
        cameFrom.set(parent, id)
        ahead.push(parent)
      }
  }
  return null
}

function chainTo(cameFrom: ReadonlyMap<string, string>, sourceId: string): readonly string[] {
  const chain = [sourceId]
  let id = cameFrom.get(sourceId)
  while (id !== undefined && id !== sourceId) {
    chain.unshift(id)
    id = cameFrom.get(id)
  }
  return [sourceId, ...chain]
}

/** Why a derivation is refused: the circle in words, a name for each source. */
export function circleSentence(circle: readonly string[], nameOf: (sourceId: string) => string): string {
  const [first, second, ...rest] = circle.map(id => `“${nameOf(id)}”`)
  if (rest.length === 0) return `${first} cannot derive from itself. Choose another source.`
  const chain = [`${second} derives from ${rest[0]}`, ...rest.slice(1).map(name => `which derives from ${name}`)]
  return `${first} cannot derive from ${second}: ${chain.join(", ")}. Take one of these links back first.`
}
