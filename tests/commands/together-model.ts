import { database } from "../../lib/db/client.ts"
import type { Flag as FlagModel } from "../../lib/db/generated/client.ts"
import type { Span } from "../../lib/domain/unit.ts"

/** The people of the model, each with how far they may go. */
export const ranks = { stranger: -1, rita: 0, ann: 1, ben: 1, editor: 2, owner: 3 } as const
export type Who = keyof typeof ranks
export const everyone = Object.keys(ranks) as Who[]

/** What something was said about: a unit, a flag, or with neither something that all members see. */
export interface Place {
  readonly unitId?: string
  readonly flagId?: string
  /** It was said in a discussion. */
  readonly talk?: true
  /** Only who assigns work may read it, beside who wrote it. */
  readonly staff?: true
  /** Nobody but who wrote it may read it. */
  readonly own?: true
}

/** Words that somebody said, each with a canary in it that stands nowhere else. */
export interface Said extends Place {
  readonly canary: string
  readonly by: Who
  readonly kind: "label" | "citation" | "decision" | "comment" | "flag" | "skip" | "view"
  /** Other words took their place; who traces comments still may read them. */
  old: boolean
}

export interface Unit extends Span {
  readonly id: string
  readonly kind: string
  readonly version: number
  readonly retired: boolean
  /** The version of the text that it stands in. */
  readonly number: number
}

/** How a document stands: its current text, and its rows, also those that stand in an older text. */
export interface Ground {
  readonly number: number
  readonly text: string
  readonly units: readonly Unit[]
  /** The units of the current text, in order. */
  readonly live: readonly Unit[]
  /** Units that the current text lost. */
  readonly lost: readonly Unit[]
  /** All flags by their ids, in their order. */
  readonly flags: ReadonlyMap<string, FlagModel>
}

export async function groundOf(documentId: string): Promise<Ground> {
  const { currentVersion: number } = await database().document.findUniqueOrThrow({ where: { id: documentId } })
  const where = { documentId }
  const { text } = await database().version.findFirstOrThrow({ where: { ...where, number } })
  const select = { id: true, start: true, end: true, kind: true, version: true, retired: true, number: true }
  const units = await database().unit.findMany({ where, select, orderBy: [{ start: "asc" }, { id: "asc" }] })
  const flags = await database().flag.findMany({ where, orderBy: { id: "asc" } })
  const standing = units.filter(({ retired }) => !retired)
  return {
    number,
    text,
    units,
    live: standing.filter(one => one.number === number),
    lost: standing.filter(one => one.number < number),
    flags: new Map(flags.map(flag => [flag.id, flag])),
  }
}

const touches = (a: Span, b: Span) => a.start < b.end && a.end > b.start

/** A decision as somebody was told that it was taken. */
export interface Decision {
  readonly id: string
  readonly unitId: string
  readonly editorId: string
  readonly label: string
  readonly reason: string
  readonly how: string | null
  readonly follows: readonly string[]
}

/** An act on several flags: the changes that it was, and the flags that it touched before and after it. */
export interface Act {
  readonly who: Who
  readonly changes: readonly { readonly documentId: string; readonly revision: number }[]
  readonly before: readonly FlagModel[]
  readonly after: readonly FlagModel[]
}

/** A filter of the flag desk that somebody keeps. */
export interface View {
  readonly by: Who
  readonly name: string
  readonly shared: boolean
  readonly q: string
}

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
  /** The texts that were acknowledged, by the numbers of their versions. */
  readonly texts = new Map<number, string>()
  /** Every decision that was acknowledged. */
  readonly decisions: Decision[] = []
  readonly acts: Act[] = []
  readonly views = new Map<string, View>()
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

  /** What was said so is kept nowhere any more. */
  unsay(canary: string): void {
    const at = this.said.findIndex(one => one.canary === canary)
    if (at >= 0) this.said[at] = { ...this.said[at]!, own: true, old: true }
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
  openAt(who: Who, { unitId, flagId, talk, staff, own }: Place, { units, flags }: Ground): boolean {
    if (ranks[who] < 0 || own) return false
    if (staff) return ranks[who] > 1
    const there = (under: Span & { readonly number: number }) =>
      units.filter(one => !one.retired && one.number === under.number && touches(one, under))
    const claims = (under: Span & { readonly number: number }) => there(under).filter(({ kind }) => kind === "claim")
    if (flagId) return claims(flags.get(flagId)!).every(one => this.open(who, one.id))
    if (!unitId || this.open(who, unitId)) return true
    const was = units.find(({ id }) => id === unitId)!
    if (!was.retired) return false
    // What a passage became shows what was said of it: a card its own share, a discussion when all of it is open.
    if (!talk) return there(was).some(one => this.open(who, one.id))
    const became = claims(was)
    return became.length > 0 && became.every(one => this.open(who, one.id))
  }

  /** The canaries that somebody must not see. */
  hidden(who: Who, ground: Ground): readonly string[] {
    return this.said
      .filter(one => one.by !== who)
      .filter(one => !this.openAt(who, one, ground) || (one.old && one.kind === "comment" && ranks[who] < 2))
      .map(({ canary }) => canary)
  }

  /** Whether somebody sees others under pseudonyms only. */
  masked(who: Who): boolean {
    return ranks[who] < 0 || (this.pseudonyms && ranks[who] < 2)
  }
}
