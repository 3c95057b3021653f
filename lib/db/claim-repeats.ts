import type { Likeness } from "../domain/likeness.ts"
import { type LikenessRank, likenessRanks, likenessSentence, rankOf } from "../domain/likeness-sentence.ts"
import type { Span } from "../domain/unit.ts"
import { compareSaid } from "../text/compare-said.ts"
import { canRepeat } from "../text/repeat-keys.ts"
import { readSaid } from "../text/said.ts"
import type { DocumentPass } from "./pass.ts"
import type { UnitRow } from "./unit-rows.ts"
import { alikeUnits, wordingOf } from "./wording-rows.ts"

/** A claim of the project that says nearly what another one says. */
export interface ClaimRepeat {
  readonly unitId: string
  readonly documentId: string
  readonly title: string
  readonly quote: string
  /** What differs in it, as spans of its quote. */
  readonly differs: readonly Span[]
  readonly rank: LikenessRank
  readonly sentence: string
}

/** Repeats that a card lists at most; it counts the others. */
const mostListed = 50

const variantKinds: readonly string[] = ["claim", "opinion"]

/**
 * Where else in the project's current texts a claim is likely said, or said with another number, date, name or
 * negation: contradictions first, then variants, then duplicates, each in the order of the documents. Labels are not
 * among what is read, so that a blind project's stay unseen.
 */
export async function claimRepeats(
  pass: DocumentPass,
  { state: { id, kind } }: UnitRow,
): Promise<{ listed: readonly ClaimRepeat[]; more: number }> {
  const quote = canRepeat(kind) ? await wordingOf(pass, id) : null
  if (quote === null) return { listed: [], more: 0 }
  const here = readSaid(quote)
  const found = (await alikeUnits(pass, id, quote)).flatMap(unit => {
    const likeness = compareSaid(here, readSaid(unit.quote))
    if (!likeness) return []
    const compared = likeness.kind === "same" || [kind, unit.kind].every(one => variantKinds.includes(one))
    return compared ? [{ ...repeatOf(likeness, quote, unit.quote), unitId: unit.id, ...placeOf(unit) }] : []
  })
  const ordered = likenessRanks.flatMap(rank => found.filter(repeat => repeat.rank === rank))
  return { listed: ordered.slice(0, mostListed), more: Math.max(0, ordered.length - mostListed) }
}

const placeOf = ({ documentId, title, quote }: { documentId: string; title: string; quote: string }) => ({
  documentId,
  title,
  quote,
})

function repeatOf(likeness: Likeness, here: string, there: string) {
  const differs = likeness.kind === "same" ? [] : likeness.readings.map(({ right }) => right)
  return {
    differs: differs.filter(({ start, end }) => end > start),
    rank: rankOf(likeness),
    sentence: likenessSentence(likeness, here, there),
  }
}
