import type { SourceKind } from "../../../../../../lib/domain/source.ts"

/** What a person gave to entries that were read, each under its key: titles, kinds, and ticks unlike those they come with. */
export interface Given {
  readonly titles: Readonly<Record<string, string>>
  readonly kinds: Readonly<Record<string, SourceKind>>
  readonly ticks: Readonly<Record<string, boolean>>
}

export const nothingGiven: Given = { titles: {}, kinds: {}, ticks: {} }

export const isGiven = (given: Given): boolean => Object.values(given).some(part => Object.keys(part).length > 0)

/**
 * By what an entry is known again when the text was mended and read anew: its line, and for lines that stand there several
 * times which of them it is.
 */
export function keysOf(lines: readonly string[]): readonly string[] {
  const met = new Map<string, number>()
  return lines.map(line => {
    const count = (met.get(line) ?? 0) + 1
    met.set(line, count)
    return `${count} ${line}`
  })
}
