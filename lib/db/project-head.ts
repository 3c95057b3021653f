import { createHash } from "node:crypto"

/** The end of one stream of the log: of the project's own, or of a document's. */
export interface StreamEnd {
  readonly stream: string
  /** Number of its last change. */
  readonly revision: number
  /** Hash of its last change. */
  readonly hash: Uint8Array
}

/**
 * The head of a project: one word for its whole history up to one moment, which nobody can give another history. It is
 * the number of changes in all streams that have any, a hyphen, and in hexadecimal the SHA-256 of these lines, each ended
 * by a line feed: `apparatus-head-1`; the project's `pseudonymSalt`; then for each stream, in the order of their ids,
 * `ID REVISION HASH`, the hash of its last change in hexadecimal. Each of those hashes covers all changes before it
 * (lib/db/change-hash.ts). The salt is a secret of the project, which its archive holds: without it somebody who knows all
 * of a change but who made it could find that out by trying people.
 */
export function projectHead(salt: string, ends: readonly StreamEnd[]): string {
  const lines = ends
    .filter(({ revision }) => revision > 0)
    .map(({ stream, revision, hash }) => `${stream} ${revision} ${Buffer.from(hash).toString("hex")}`)
    .sort()
  const hash = createHash("sha256").update(["apparatus-head-1", salt, ...lines, ""].join("\n"))
  return `${changesIn(ends)}-${hash.digest("hex")}`
}

const changesIn = (ends: readonly StreamEnd[]) => ends.reduce((sum, { revision }) => sum + revision, 0)

/** A change as far as heads are made of it. */
export interface Link extends StreamEnd {
  readonly at: Date
}

/** An earlier state of a project: the end of each stream then, and when its last change was made. */
export interface EarlierState {
  readonly ends: readonly StreamEnd[]
  readonly at: Date
}

/** How many changes before and behind the place of a head may have been stored in another order than they were begun in. */
const astray = 6
/** The most states that are tried. */
const mostTried = 5_000

/**
 * The state of which `head` is the head, among all that the log went through; null when it went through none such.
 * `links` are all changes of the project. Times say in which order the changes of different streams were begun, and work
 * that was done at once may have been stored in another one, so that the states close by are tried too.
 */
export function stateOf(salt: string, head: string, links: readonly Link[]): EarlierState | null {
  const count = Number(head.slice(0, head.indexOf("-")))
  const ordered = inOrder(links)
  if (!(count >= 1 && count <= ordered.length)) return null
  const from = Math.max(0, count - astray)
  const near = ordered.slice(from, count + astray)
  const before = new Map(ordered.slice(0, from).map(link => [link.stream, link]))
  for (const chosen of choices(near, count - from)) {
    const ends = new Map(before)
    for (const link of chosen) ends.set(link.stream, link)
    const state = [...ends.values()]
    if (projectHead(salt, state) === head) return { ends: state, at: latest(state) }
  }
  return null
}

const latest = (links: readonly Link[]) => new Date(Math.max(...links.map(({ at }) => at.getTime())))

/** By time, and in one stream always by number, whatever a clock said. */
function inOrder(links: readonly Link[]): Link[] {
  const reached = new Map<string, number>()
  return [...links]
    .sort((a, b) => (a.stream === b.stream ? a.revision - b.revision : a.stream < b.stream ? -1 : 1))
    .map(link => {
      const time = Math.max(link.at.getTime(), reached.get(link.stream) ?? 0)
      reached.set(link.stream, time)
      return { link, time }
    })
    .sort((a, b) => a.time - b.time)
    .map(({ link }) => link)
}

/** Ways to choose so many of the changes that no stream has a gap, the earliest ones first. */
function* choices(near: readonly Link[], count: number): Generator<readonly Link[]> {
  let tried = 0
  function* from(at: number, chosen: readonly Link[], left: ReadonlySet<string>): Generator<readonly Link[]> {
    if (chosen.length === count) {
      if (tried++ < mostTried) yield chosen
      return
    }
    const link = near[at]
    if (!link || near.length - at < count - chosen.length || tried >= mostTried) return
    if (!left.has(link.stream)) yield* from(at + 1, [...chosen, link], left)
    yield* from(at + 1, chosen, new Set([...left, link.stream]))
  }
  yield* from(0, [], new Set())
}
