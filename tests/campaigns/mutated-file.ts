import { chance } from "./chance.ts"
import { damaged } from "./damage.ts"
import type { Importer } from "./importers.ts"

/** The file of this number of an importer's campaign: one of its sound files with something wrong in it. */
export function mutatedFile(
  importer: Importer,
  samples: readonly Uint8Array[],
  others: readonly Uint8Array[],
  seed: number,
  number: number,
): Uint8Array {
  const choices = chance(seed, number)
  const sound = choices.of(samples)
  return choices.once(3) ? damaged(sound, choices, others) : importer.twist(sound, choices, others)
}
