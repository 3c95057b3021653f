import fc from "fast-check"
import { type Derivation, lineageOf, rootsOf } from "../../lib/domain/lineage.ts"

/** `edges("a<b b<c")`: a derives from b, and b from c. */
export const edges = (words: string): Derivation[] =>
  words
    .split(" ")
    .filter(Boolean)
    .map(word => {
      const [derivedId, originId] = word.split("<")
      return { derivedId: derivedId!, originId: originId! }
    })

/** The sources named, each with its roots under the derivations: `witnesses("a b", "a<c b<c")`. */
export const witnesses = (names: string, derivations: string | readonly Derivation[]) => {
  const lineage = lineageOf(typeof derivations === "string" ? edges(derivations) : derivations)
  return names
    .split(" ")
    .filter(Boolean)
    .map(sourceId => ({ sourceId, rootIds: rootsOf(lineage, sourceId) }))
}

export const names = [..."abcdefgh"]

/** Derivations without a circle: each source derives from later ones of the alphabet only. */
export const derivations: fc.Arbitrary<Derivation[]> = fc
  .array(fc.tuple(fc.nat(names.length - 1), fc.nat(names.length - 1)), { maxLength: 10 })
  .map(pairs =>
    pairs
      .filter(([a, b]) => a !== b)
      .map(([a, b]) => ({ derivedId: names[Math.min(a, b)]!, originId: names[Math.max(a, b)]! })),
  )
