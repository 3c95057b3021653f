export const exportStates = ["waiting", "running", "done", "failed", "cancelled"] as const
export type ExportState = (typeof exportStates)[number]

/** How many files may be waiting or made for one person at once. */
export const mostExports = 5

/** How often a file is begun when the server that makes it goes away. */
export const mostAttempts = 3

/** Days for which a file is kept. */
export const exportDays = 7

/** Bytes of a piece of a file, about. */
export const pieceSize = 256 * 1024

/** A document that is missing in a file. */
export interface MissingDocument {
  readonly documentId: string
  readonly title: string
}

/** What hides others' work from somebody in a project, and people's names from files. */
export interface ExportSight {
  readonly bound: boolean
  readonly pseudonyms: boolean
  /** The documents that are reviewed blind. */
  readonly blind: readonly string[]
  /** The norming rounds that are not revealed yet. */
  readonly rounds: readonly string[]
  /** Whose limits keep names out of exports, a line for each step of reticence: "project pseudonym", "ID none". */
  readonly reticent: readonly string[]
}

/** Whether something may be hidden now that was not hidden before. */
export function isNarrower(now: ExportSight, before: ExportSight): boolean {
  const news = (those: readonly string[], known: readonly string[]) => those.some(id => !known.includes(id))
  return (
    (now.pseudonyms && !before.pseudonyms) ||
    news(now.rounds, before.rounds) ||
    news(now.reticent, before.reticent) ||
    (now.bound && now.blind.length > 0 && (!before.bound || news(now.blind, before.blind)))
  )
}
