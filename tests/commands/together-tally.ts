import { askNames } from "./together-asks.ts"
import { deskSteps } from "./together-desk.ts"
import { documentSteps } from "./together-steps.ts"
import { talkSteps } from "./together-talk.ts"
import { verdictSteps } from "./together-verdicts.ts"
import { versionSteps } from "./together-versions.ts"
import { workSteps } from "./together-work.ts"

/** Every kind of step that there is. */
export const kinds = { ...documentSteps, ...verdictSteps, ...deskSteps, ...versionSteps, ...talkSteps, ...workSteps }
export type What = keyof typeof kinds

/** The reviewers, whom blindness binds. */
export const bound = ["ann", "ben"] as const

/** How many steps of each kind were let through and how many were refused. */
export class Tally {
  readonly counts = new Map<string, number>()
  steps = 0
  sequences = 0
  /** How often a person from whom a step had to be hidden was asked before and after it. */
  unnoticed = 0
  asked = new Set<string>()
  add(what: What, code: string) {
    const key = `${what} ${code}`
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1)
  }
  of = (what: What, fits: (code: string) => boolean) =>
    [...this.counts].some(([key]) => key.startsWith(`${what} `) && fits(key.slice(what.length + 1)))
}

/** Only who traces comments, or cuts texts, is told these. */
const notForReviewers = [
  "GET documents/[documentId]/resplit",
  "GET documents/[documentId]/comments/[commentId]/earlier",
  "GET projects/[projectId]/comments/[commentId]/earlier",
]

/** What no step of a long run came to, so that nothing passes because nobody tried it. */
export function untried(tally: Tally): string[] {
  const steps = (Object.keys(kinds) as What[]).flatMap(what => [
    ...(tally.of(what, code => code === "ok") ? [] : [`${what} let through`]),
    ...(tally.of(what, code => code === "not-found") ? [] : [`${what} refused to strangers`]),
    ...(kinds[what].from === 0 || tally.of(what, code => code === "forbidden") ? [] : [`${what} forbidden`]),
  ])
  const told = bound.flatMap(who =>
    askNames
      .filter(name => tally.asked.has(`${who} ${name}`) === notForReviewers.includes(name))
      .map(name => `${who} told ${name}`),
  )
  return [...steps, ...told]
}
