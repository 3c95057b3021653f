/** A piece of a set text with how it looks. */
export interface TextRun {
  readonly text: string
  readonly italic?: true
  readonly bold?: true
  readonly smallCaps?: true
  readonly raised?: "up" | "down"
}

/** The words of set text alone. */
export const runsText = (runs: readonly TextRun[]): string => runs.map(({ text }) => text).join("")
