import fc from "fast-check"
import { expect, test } from "vitest"
import { RoomReader } from "../../app/projects/[projectId]/documents/[documentId]/_room/room-reader.ts"
import { type Label, labels } from "../../lib/domain/label.ts"
import type { Room } from "../../lib/queries/reading-room.ts"

type Unit = Room["units"][number]

/** A server with one document: each write is the next revision, and readings tell what was written since. */
class Server {
  revision = 0
  #units = new Map<string, Unit & { at: number }>()

  constructor(count: number) {
    for (let n = 0; n < count; n++) this.#put(`u${n}`, { start: n * 10, end: n * 10 + 9 })
  }

  #put(id: string, more: Partial<Unit>): void {
    const fresh = { id, kind: "claim", version: 1, state: "open", verdict: null, mine: null, start: 0, end: 0 } as const
    this.#units.set(id, { ...fresh, ...this.#units.get(id), ...more, at: this.revision })
  }

  write(id: string, more: Partial<Unit>): void {
    if (!this.#units.has(id)) return
    this.revision++
    this.#put(id, more)
  }

  split(id: string): void {
    const unit = this.#units.get(id)
    if (!unit || unit.end - unit.start < 4) return
    this.revision++
    this.#units.delete(id)
    const middle = (unit.start + unit.end) >> 1
    this.#put(`${id}a`, { start: unit.start, end: middle })
    this.#put(`${id}b`, { start: middle, end: unit.end })
    this.#retired.push({ id, at: this.revision })
  }
  readonly #retired: { id: string; at: number }[] = []

  get ids(): string[] {
    return [...this.#units.keys()]
  }

  whole(): Room {
    const { revision } = this
    const units = [...this.#units.values()].sort((a, b) => a.start - b.start).map(({ at: _, ...unit }) => unit)
    return {
      revision,
      moves: revision,
      mark: String(revision),
      document: { number: 1 },
      units,
      flags: [],
    } as unknown as Room
  }

  since(seen: number) {
    const { units, ...rest } = this.whole()
    const moved = [...this.#units.values()].filter(({ at }) => at > seen).map(({ id }) => id)
    const named = [...moved, ...this.#retired.filter(({ at }) => at > seen).map(({ id }) => id)]
    return {
      ...rest,
      named,
      number: 1,
      units: units.filter(({ id }) => named.includes(id)),
      size: units.length,
      touched: named,
    }
  }

  /** What a card says of one unit. */
  unit(id: string): Unit | undefined {
    return this.whole().units.find(unit => unit.id === id)
  }
}

const step = fc.oneof(
  fc.record({
    do: fc.constantFrom("other", "split", "mine", "refused", "card"),
    at: fc.nat(20),
    label: fc.constantFrom(...labels),
  }),
  fc.record({ do: fc.constant("ring"), at: fc.nat(20), label: fc.constantFrom(...labels) }),
)

test("optimistic labels, answers and messages in any order end in what the server has", async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(step, { minLength: 1, maxLength: 12 }), async (s, steps) => {
      const server = new Server(4)
      // The request arrives when the scheduler says, and so does its answer.
      const asked = async <T>(label: string, work: () => T): Promise<T> => {
        await s.schedule(Promise.resolve(), `${label} arrives`)
        const answer = work()
        await s.schedule(Promise.resolve(), `${label} is answered`)
        return answer
      }
      const reader = new RoomReader(server.whole(), {
        since: ({ mark }) => asked("since", () => ({ ok: true, value: server.since(Number(mark)) })) as never,
        whole: () => asked("whole", () => ({ ok: true, value: server.whole() })) as never,
      })
      // What use-room.ts and use-label.ts do with a label of one's own.
      const give = async (id: string, label: Label, refused: boolean) => {
        const letGo = reader.paint(id, label)
        await asked("label", () => refused || server.write(id, { mine: label }))
        await reader.catchUp()
        letGo()
      }
      const card = async (id: string) => {
        const number = reader.asking()
        const unit = await asked("card", () => server.unit(id))
        if (unit) reader.takeUnit(number, unit)
      }
      const under: Promise<unknown>[] = []
      const ring = () => {
        under.push(s.schedule(Promise.resolve(), "ring").then(() => reader.catchUp()))
      }
      for (const { do: what, at, label } of steps) {
        const id = server.ids[at % server.ids.length]!
        if (what === "other" || what === "split") {
          under.push(
            s.schedule(Promise.resolve(), what).then(() => {
              if (what === "split") server.split(id)
              else server.write(id, { state: "vetted", verdict: label })
              ring()
            }),
          )
        } else if (what === "card") under.push(card(id))
        else if (what === "ring") ring()
        else under.push(give(id, label, what === "refused"))
      }
      await s.waitFor(
        (async () => {
          for (let done = 0; done < under.length; done++) await under[done]
          // The last write of all rings, and a card that was late rings nothing.
          await reader.catchUp()
        })(),
      )
      expect(reader.room.units).toEqual(server.whole().units)
      expect(reader.room.revision).toBe(server.revision)
    }),
    { numRuns: 600 },
  )
})

test("one's own label stands at once, and goes when the server refuses it", async () => {
  const server = new Server(2)
  const reader = new RoomReader(server.whole(), {
    since: async ({ mark }) => ({ ok: true, value: server.since(Number(mark)) }) as never,
    whole: async () => ({ ok: true, value: server.whole() }) as never,
  })
  const letGo = reader.paint("u0", "disputed")
  expect(reader.room.units[0]!.mine).toBe("disputed")
  await reader.catchUp()
  expect(reader.room.units[0]!.mine).toBe("disputed")
  letGo()
  expect(reader.room.units[0]!.mine).toBeNull()
})

test("readings that are asked for while one is under way come to one more", async () => {
  const server = new Server(1)
  let asked = 0
  const reader = new RoomReader(server.whole(), {
    since: async ({ mark }) => {
      asked++
      return { ok: true, value: server.since(Number(mark)) } as never
    },
    whole: async () => ({ ok: true, value: server.whole() }) as never,
  })
  await Promise.all(Array.from({ length: 10 }, () => reader.catchUp()))
  expect(asked).toBe(2)
})
