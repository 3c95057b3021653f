import type pg from "pg"
import type { Room } from "../commands/everybody.ts"
import { type Deed, type Made, prepared, scene, told } from "./scene.ts"
import { type Choose, interleave, type Rewrite, type Side } from "./steps.ts"

export type Deeds = readonly [Deed, Deed]

/** A way to merge the statements of two: who begins, after how many the other comes in, and for how many. */
export interface Cuts {
  readonly first: Side
  readonly after: number
  readonly for: number
}

/**
 * One does `after` statements, the other `for` of theirs or as many as no lock holds up, then the one goes on to its end.
 * Two changes of hands show nearly every fault that more of them show (Musuvathi and Qadeer, "Iterative context bounding
 * for systematic testing of multithreaded programs", PLDI 2007).
 */
export const cutting = ({ first, after, for: length }: Cuts): Choose => {
  const other = (1 - first) as Side
  return ({ ready, done }) =>
    ready.length === 1 ? ready[0]! : done[first] < after || done[other] >= length ? first : other
}

/** What one after the other came to, in the one order and in the other. */
export type Serial = readonly [string, string]

/** What the two come to one after the other, both from what they saw before; null when they can't meet. */
export async function serially(watcher: pg.Client, deeds: Deeds): Promise<Serial | null> {
  const outcomes: string[] = []
  for (const order of [
    [0, 1],
    [1, 0],
  ] as const) {
    const here = await scene()
    const made = await prepared(here, deeds)
    if (!made) return null
    const codes = ["", ""]
    for (const side of order) codes[side] = await made[side]!.call()
    outcomes.push(`${codes}\n${await told(watcher, here, made)}`)
  }
  return outcomes as unknown as Serial
}

/** Whether what came of two at once is what comes of one after the other; if not, what it was. */
export async function together(
  watcher: pg.Client,
  deeds: Deeds,
  serial: Serial,
  choose: Choose,
  rewrite?: Rewrite,
): Promise<{ wrong: string | null; order: string }> {
  const { here, made } = await met(deeds)
  const { results, order } = await interleave(watcher, [made[0].call, made[1].call], choose, rewrite)
  const outcome = `${results}\n${await told(watcher, here, made)}`
  return { wrong: serial.includes(outcome) ? null : difference(outcome, serial), order: order.join("") }
}

/** Two who can meet, ready to: not each time, where it depends on what was drawn by lot. */
async function met(deeds: Deeds): Promise<{ here: Room; made: readonly [Made, Made] }> {
  let why: unknown
  for (let tried = 0; tried < 30; tried++) {
    const here = await scene()
    const made = await prepared(here, deeds, trouble => {
      why = trouble
    })
    if (made) return { here, made }
  }
  throw new Error("Two who met before don't meet again.", { cause: why })
}

/** The lines in which an outcome differs from the serial one that is closest to it. */
function difference(outcome: string, serial: Serial): string {
  const there = outcome.split("\n")
  const differences = serial.map(one => {
    const due = one.split("\n")
    const [more, fewer] = [there.filter(line => !due.includes(line)), due.filter(line => !there.includes(line))]
    return [...more.map(line => `+ ${line}`), ...fewer.map(line => `- ${line}`)]
  })
  const [closest] = differences.sort((a, b) => a.length - b.length)
  return closest!.length > 0 ? closest!.join("\n") : "the same lines, another number of times"
}
