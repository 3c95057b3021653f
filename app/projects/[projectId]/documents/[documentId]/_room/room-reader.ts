import type { Label } from "../../../../../../lib/domain/label.ts"
import type { Room } from "../../../../../../lib/queries/reading-room.ts"
import type { RoomSince } from "../../../../../../lib/queries/room-since.ts"
import type { ApiResult } from "../../../../../_ui/api.ts"

type Unit = Room["units"][number]

/** What the reader asks of the server. */
export interface Ask {
  readonly whole: () => Promise<ApiResult<Room>>
  readonly since: (room: Room) => Promise<ApiResult<RoomSince>>
}

/** What a reading brought: the claims that it was about, or null when it may have been about any. */
export interface News {
  readonly touched: ReadonlySet<string> | null
}

/**
 * The document as the browser holds it: what the server said last, with one's own labels over it that are on their way.
 * Readings come one after another, each asks only for what has changed, and whatever the order in which answers and
 * messages arrive, what stands at the end is what the server has.
 */
export class RoomReader {
  #base: Room
  #room: Room
  readonly #painted = new Map<string, { readonly label: Label | null }>()
  readonly #listeners = new Set<() => void>()
  /** Numbers what is asked for, so that an answer is known to be older than another one. */
  #asked = 0
  #takenAt = 0
  #renewed: number | null = null
  #underWay: Promise<News | null> | null = null
  #next: Promise<News | null> | null = null

  constructor(
    first: Room,
    readonly ask: Ask,
  ) {
    this.#base = first
    this.#room = first
  }

  get room(): Room {
    return this.#room
  }

  /** The number of a newer version of the text than this one, which waits until it is asked for. */
  get renewed(): number | null {
    return this.#renewed
  }

  /** Go on with the newest version of the text. */
  async renew(): Promise<void> {
    if (!(await this.#readWhole())) return
    this.#renewed = null
    this.#draw()
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** A number for something about to be asked of the server elsewhere; see `takeUnit`. */
  asking(): number {
    return ++this.#asked
  }

  /** Show one's own label before the server has it. Answers what lets go of it, once the server's word has been read. */
  paint(unitId: string, label: Label | null): () => void {
    const mark = { label }
    this.#painted.set(unitId, mark)
    this.#draw()
    return () => {
      if (this.#painted.get(unitId) !== mark) return
      this.#painted.delete(unitId)
      this.#draw()
    }
  }

  /** Take over what an answer says of one unit, unless something asked later has been read already. */
  takeUnit(asked: number, unit: Partial<Unit> & { readonly id: string }): void {
    if (asked < this.#takenAt) return
    const index = this.#base.units.findIndex(({ id }) => id === unit.id)
    const row = this.#base.units[index]
    if (!row) return
    const changed = { ...row, ...unit }
    if (sameUnit(row, changed)) return
    this.#base = { ...this.#base, units: this.#base.units.with(index, changed) }
    this.#draw()
  }

  /**
   * Read what has changed. Whoever asks while a reading is under way gets the one after it, since that one may have
   * missed what they ask for. Answers null when the server could not be asked.
   */
  catchUp(): Promise<News | null> {
    if (!this.#underWay) {
      this.#underWay = this.#read().finally(() => {
        this.#underWay = null
      })
      return this.#underWay
    }
    this.#next ??= this.#underWay
      .catch(() => null)
      .then(() => {
        this.#next = null
        return this.catchUp()
      })
    return this.#next
  }

  async #read(): Promise<News | null> {
    const asked = this.asking()
    const answer = await this.ask.since(this.#base)
    if (!answer.ok) return null
    // Another text is not put under the eyes of somebody who reads: it is told, and waits for them.
    if (answer.value.number !== this.#base.document.number) {
      this.#renewed = answer.value.number
      this.#draw()
      return null
    }
    const merged = withNews(this.#base, answer.value)
    if (!merged) return this.#readWhole()
    const moved = answer.value.moves - this.#base.moves > answer.value.revision - this.#base.revision
    this.#take(asked, merged)
    const { touched, named } = answer.value
    // What moved outside of this document may reach any of its claims.
    return { touched: touched && !moved ? new Set([...touched, ...(named ?? [])]) : null }
  }

  async #readWhole(): Promise<News | null> {
    const asked = this.asking()
    const answer = await this.ask.whole()
    if (!answer.ok) return null
    this.#take(asked, answer.value)
    return { touched: null }
  }

  #take(asked: number, room: Room): void {
    this.#takenAt = asked
    this.#base = room
    this.#draw()
  }

  #draw(): void {
    this.#room = painted(this.#base, this.#painted)
    for (const listener of this.#listeners) listener()
  }
}

/** A room with what has become of it; null when that does not fit together and the whole has to be read. */
export function withNews(
  room: Room,
  { units, named, size, flags, talk, touched: _, number: __, ...news }: RoomSince,
): Room | null {
  if (!units || !named) return null
  const gone = new Set(named)
  const before = new Map(room.units.flatMap(unit => (gone.has(unit.id) ? [[unit.id, unit] as const] : [])))
  const fresh = units.map(unit => {
    const known = before.get(unit.id)
    return known && sameUnit(known, unit) ? known : unit
  })
  const same = fresh.length === before.size && fresh.every(unit => before.get(unit.id) === unit)
  const all = same
    ? room.units
    : merged(
        room.units.filter(({ id }) => !gone.has(id)),
        fresh,
      )
  if (all.length !== size) return null
  const sameFlags = JSON.stringify(flags) === JSON.stringify(room.flags)
  const sameTalk = JSON.stringify(talk) === JSON.stringify(room.talk)
  return {
    ...room,
    ...news,
    units: all,
    flags: sameFlags ? room.flags : flags,
    talk: sameTalk ? room.talk : talk,
  }
}

/** Two lists of units in the order of the text as one. */
function merged(some: readonly Unit[], others: readonly Unit[]): Unit[] {
  const all: Unit[] = []
  let at = 0
  for (const unit of some) {
    while (at < others.length && others[at]!.start < unit.start) all.push(others[at++]!)
    all.push(unit)
  }
  return [...all, ...others.slice(at)]
}

function painted(room: Room, labels: ReadonlyMap<string, { readonly label: Label | null }>): Room {
  if (labels.size === 0) return room
  const paintedUnit = (unit: Unit) => {
    const mark = labels.get(unit.id)
    return mark && mark.label !== unit.mine ? { ...unit, mine: mark.label } : unit
  }
  return { ...room, units: room.units.map(paintedUnit) }
}

const sameUnit = (a: Unit, b: Unit): boolean =>
  a.start === b.start &&
  a.end === b.end &&
  a.kind === b.kind &&
  a.version === b.version &&
  a.state === b.state &&
  a.verdict === b.verdict &&
  a.mine === b.mine
