import type { UnitKind } from "../domain/unit.ts"
import { bandsOf } from "./bands.ts"
import { readSaid } from "./said.ts"

/** Whether units of this kind are compared with others at all: furniture and fragments repeat without saying anything. */
export const canRepeat = (kind: UnitKind): boolean => kind !== "boilerplate" && kind !== "fragment"

/** Eight hexadecimal digits of an id that were made by chance: the last ones of a UUID. */
const saltOf = (projectId: string): number => Number.parseInt(projectId.slice(-8), 16) | 0

/**
 * The keys under which a quote is found in its project by those that say nearly the same, the one of its whole content
 * first. Two projects' keys meet by chance only, once in thousands of millions.
 */
export function repeatKeys(projectId: string, quote: string): number[] {
  const salt = saltOf(projectId)
  return bandsOf(readSaid(quote)).map(key => key ^ salt)
}
