import fc from "fast-check"
import type { Who } from "./together-model.ts"
import { bound, kinds, type What } from "./together-tally.ts"

/** How often each kind of step is drawn beside the others, which are drawn once. */
const often: Partial<Record<What, number>> = {
  label: 4,
  cite: 3,
  begin: 3,
  reply: 2,
  split: 2,
  raise: 2,
  next: 2,
  round: 2,
  end: 2,
  act: 3,
  undoFlags: 2,
  renew: 2,
  place: 2,
}
const whats = (Object.keys(kinds) as What[]).flatMap(what => Array<What>(often[what] ?? 1).fill(what))

/** A step that somebody tries. */
export const step = fc.record({
  who: fc.constantFrom<Who>(
    ...bound,
    ...bound,
    "ann",
    "editor",
    "editor",
    "owner",
    "owner",
    "rita",
    "stranger",
    "stranger",
  ),
  what: fc.constantFrom(...whats),
  unit: fc.nat(50),
  row: fc.nat(50),
  at: fc.nat(1_000),
  yes: fc.boolean(),
  stale: fc.nat(5).map(one => one === 0),
  reader: fc.constantFrom<Who>("ann", "ann", "ben", "ben", "rita", "editor", "owner", "stranger"),
})
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never
