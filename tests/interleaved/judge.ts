import type pg from "pg"
import { keepRows } from "./kept-rows.ts"
import { type Deed, prepared, scene, told } from "./scene.ts"
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

/** Two who can meet, and every row as it was when both were ready to: each run starts there. */
export interface Meeting {
  /** What of two at once is neither what the one after the other comes to nor what the other after the one does. */
  readonly together: (choose: Choose, rewrite?: Rewrite) => Promise<{ wrong: string | null; order: string }>
}

/**
 * Lets two meet: first the one after the other, then the other after the one, both from what they saw before. Null when
 * they can't, which some can't each time, since it depends on what is drawn by lot.
 */
export async function meeting(watcher: pg.Client, deeds: Deeds, tries = 10): Promise<Meeting | null> {
  const here = await scene(watcher)
  const made = await prepared(here, deeds)
  if (!made) return tries > 1 ? meeting(watcher, deeds, tries - 1) : null
  const putBack = await keepRows(watcher, "pair")
  const serial: string[] = []
  for (const order of [
    [0, 1],
    [1, 0],
  ] as const) {
    const codes = ["", ""]
    for (const side of order) codes[side] = await made[side]!.call()
    serial.push(`${codes}\n${await told(watcher, here, made)}`)
    await putBack()
  }
  return {
    together: async (choose, rewrite) => {
      const { results, order } = await interleave(watcher, [made[0].call, made[1].call], choose, rewrite)
      const outcome = `${results}\n${await told(watcher, here, made)}`
      await putBack()
      return { wrong: serial.includes(outcome) ? null : difference(outcome, serial), order: order.join("") }
    },
  }
}

/** The lines in which an outcome differs from the serial one that is closest to it. */
function difference(outcome: string, serial: readonly string[]): string {
  const there = outcome.split("\n")
  const differences = serial.map(one => {
    const due = one.split("\n")
    const [more, fewer] = [there.filter(line => !due.includes(line)), due.filter(line => !there.includes(line))]
    return [...more.map(line => `+ ${line}`), ...fewer.map(line => `- ${line}`)]
  })
  const [closest] = differences.sort((a, b) => a.length - b.length)
  return closest!.length > 0 ? closest!.join("\n") : "the same lines, another number of times"
}
