import { diffArrays } from "diff"

/** A stretch of one of two texts: the same in both, or only in this one. */
export interface DiffPart {
  readonly text: string
  readonly same: boolean
}

/**
 * Compares two texts word by word, in any script. The parts of each side joined give that side's text,
 * and the parts that are the same give the same text on both sides.
 */
export function textDiff(left: string, right: string): { left: DiffPart[]; right: DiffPart[] } {
  const sides = { left: [] as DiffPart[], right: [] as DiffPart[] }
  for (const { value, added, removed } of diffArrays(words(left), words(right))) {
    const part = { text: value.join(""), same: !added && !removed }
    if (!added) sides.left.push(part)
    if (!removed) sides.right.push(part)
  }
  return sides
}

/** Words, runs of white space and single signs; joined they are the text. */
const words = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? []
