import { database } from "../../lib/db/client.ts"
import type { Span } from "../../lib/domain/unit.ts"

/** The people of the model, each with how far they may go. */
export const ranks = { stranger: -1, rita: 0, ann: 1, ben: 1, editor: 2, owner: 3 } as const
export type Who = keyof typeof ranks
export const everyone = Object.keys(ranks) as Who[]

/** What something was said about: a unit, a stretch that a flag marks, or with neither something that all members see. */
export interface Place {
  readonly unitId?: string
  readonly span?: Span
  /** It was said in a discussion. */
  readonly talk?: true
  /** Only who assigns work may read it, beside who wrote it. */
  readonly staff?: true
}

/** Words that somebody said, each with a canary in it that stands nowhere else. */
export interface Said extends Place {
  readonly canary: string
  readonly by: Who
  readonly kind: "label" | "citation" | "decision" | "comment" | "flag" | "skip"
  /** Other words took their place; who traces comments still may read them. */
  old: boolean
}

export interface Unit extends Span {
  readonly id: string
  readonly kind: string
  readonly version: number
  readonly retired: boolean
}

export const unitsOf = (documentId: string): Promise<Unit[]> =>
  database().unit.findMany({
    where: { documentId },
    select: { id: true, start: true, end: true, kind: true, version: true, retired: true },
    orderBy: [{ start: "asc" }, { id: "asc" }],
  })

const touches = (a: Span, b: Span) => a.start < b.end && a.end > b.start

/** What somebody knows who watches from outside, and who is to see what by the rules as they are promised. */
export class Model {
  readonly said: Said[] = []
  readonly #labelled = new Set<string>()
  /** Claims of norming rounds that are not revealed. */
  readonly normed = new Map<string, string>()
  blind = true
  pseudonyms = false
  document: boolean | null = null
  order = "document"
  /** What the queue gave somebody last. */
  readonly leases = new Map<Who, { readonly unitId: string; readonly takenAt: string }>()
  #count = 0

  canary(): string {
    return `canary-${++this.#count}-word`
  }

  say(words: Omit<Said, "old">): void {
    this.said.push({ ...words, old: false })
  }

  /** What a comment said so far is replaced. */
  replace(canary: string): void {
    for (const one of this.said) if (one.canary === canary) one.old = true
  }

  label(who: Who, unitId: string): void {
    this.#labelled.add(`${who} ${unitId}`)
  }

  /** Whether blindness binds somebody now. */
  binds(who: Who): boolean {
    return ranks[who] === 1 && (this.document ?? this.blind)
  }

  /** Whether somebody may see what others said of a unit. */
  open(who: Who, unitId: string): boolean {
    if (ranks[who] < 0 || this.normed.has(unitId)) return false
    return !this.binds(who) || this.#labelled.has(`${who} ${unitId}`)
  }

  /** Whether somebody may see what others say at a place, as the units stand. */
  openAt(who: Who, { unitId, span, talk, staff }: Place, units: readonly Unit[]): boolean {
    if (ranks[who] < 0) return false
    if (staff) return ranks[who] > 1
    const claims = (under: Span) => units.filter(one => !one.retired && one.kind === "claim" && touches(one, under))
    if (span) return claims(span).every(one => this.open(who, one.id))
    if (!unitId || this.open(who, unitId)) return true
    const was = units.find(({ id }) => id === unitId)!
    if (!was.retired) return false
    // What a passage became shows what was said of it: a card its own share, a discussion when all of it is open.
    if (!talk) return units.some(one => !one.retired && touches(one, was) && this.open(who, one.id))
    const became = claims(was)
    return became.length > 0 && became.every(one => this.open(who, one.id))
  }

  /** The canaries that somebody must not see. */
  hidden(who: Who, units: readonly Unit[]): readonly string[] {
    return this.said
      .filter(one => one.by !== who)
      .filter(one => !this.openAt(who, one, units) || (one.old && one.kind === "comment" && ranks[who] < 2))
      .map(({ canary }) => canary)
  }

  /** Whether somebody sees others under pseudonyms only. */
  masked(who: Who): boolean {
    return ranks[who] < 0 || (this.pseudonyms && ranks[who] < 2)
  }
}
