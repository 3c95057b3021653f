import { type Chunk, gap } from "./clause-chunk.ts"
import type { Chunks } from "./clause-chunks.ts"
import { isDoubtful } from "./clause-english-leads.ts"

/** Whether a chunk without a verb after an adverbial clause is the subject of the main clause: "When war came, Lenin, who …". */
export function leadsMain({ chunks }: Chunks, index: number): boolean {
  const chunk = chunks[index] as Chunk
  if (chunk.lead !== "none") return false
  let relative = false
  for (let at = index + 1; at < Math.min(chunks.length, index + 6); at++) {
    const next = chunks[at] as Chunk
    if (next.gap & (gap.semicolon | gap.colon)) return false
    if (next.lead === "relative" || next.lead === "embedded") {
      if (next.lead === "embedded" && next.verbs.count > 1) return true
      relative = true
      continue
    }
    if (next.verbs.first < 0) continue
    if (next.lead === "coordinator") return !next.verbs.bare && !(next.gap & gap.comma) && !relative
    return next.lead === "none" && next.verbs.bare
  }
  return false
}

/** Whether the clause that a conjunction or relative opens has a finite verb, here or after what is set into it. */
export function clauseFollows({ words, chunks, russian }: Chunks, index: number): boolean {
  const chunk = chunks[index] as Chunk
  const { verbs } = chunk
  if (verbs.first >= 0) {
    if (chunk.lead === "subordinator" && !russian && isDoubtful(words[chunk.body - 1] as string)) {
      if (verbs.bare || verbs.contact) return false
      return !(verbs.weak && chunk.to - chunk.body > 12)
    }
    return chunk.lead !== "subordinator" || russian || !verbs.bare
  }
  const doubtful = !russian && chunk.lead === "subordinator" && isDoubtful(words[chunk.body - 1] as string)
  // A relative set in between whose own verb is still to come.
  let owing = false
  for (let at = index + 1; at < Math.min(chunks.length, index + 6); at++) {
    const next = chunks[at] as Chunk
    if (next.gap & (gap.semicolon | gap.colon)) return false
    if (next.lead === "relative" || next.lead === "embedded") {
      owing = next.verbs.first < 0
      continue
    }
    if (next.lead === "subordinator" || next.lead === "complement") return false
    if (next.verbs.first < 0) continue
    if (owing) owing = false
    else if (next.lead === "coordinator")
      return !next.verbs.pronoun && !(next.gap & gap.comma) && chunk.to > chunk.body && !doubtful
    else return next.verbs.bare && !(doubtful && next.verbs.weak)
  }
  return false
}

export function finiteBefore({ chunks }: Chunks, index: number, until: number): boolean {
  for (let at = index; at < Math.min(chunks.length, index + 12); at++) {
    const next = chunks[at] as Chunk
    if (at > index && next.gap & until) return false
    if (next.verbs.first >= 0 && next.lead !== "relative" && next.lead !== "embedded") return true
  }
  return false
}

/** Whether a chunk without a verb after a conjunction is followed by one: "but, in the end, he left". */
export function resumes({ chunks }: Chunks, index: number, isComma: boolean): boolean {
  const chunk = chunks[index] as Chunk
  for (let at = index + 1; at < Math.min(chunks.length, index + 4); at++) {
    const next = chunks[at] as Chunk
    if (!(next.gap & (gap.comma | gap.dash | gap.close)) || next.lead === "coordinator") return false
    if (next.lead === "relative" && isComma) continue
    if (next.lead !== "none") return false
    if (next.verbs.first >= 0) return chunk.to === chunk.body || at === index + 1 ? !next.verbs.weak : isComma
  }
  return false
}

/** Whether a bracket holds a whole clause. */
export function isWhole({ chunks }: Chunks, index: number): boolean {
  const chunk = chunks[index] as Chunk
  if (chunk.lead === "relative" || chunk.lead === "subordinator" || chunk.lead === "embedded")
    return chunk.verbs.first >= 0
  return chunk.verbs.first >= 0 && !chunk.verbs.bare && !chunk.verbs.weak
}

/** Whether a list of clauses ends with "and": "the engine left, the rails gave way and the fireman fell". */
export function sentenceGoesOn(view: Chunks, index: number): boolean {
  const { chunks } = view
  const next = chunks[index + 1]
  if (next?.lead !== "coordinator" || !(next.gap & gap.comma)) return false
  if (next.verbs.first < 0) return resumes(view, index + 1, true)
  return !next.verbs.bare && !next.verbs.contact
}

/** Whether a list of predicates ends with "and": "came, saw and left". */
export function listGoesOn({ chunks }: Chunks, index: number): boolean {
  for (let at = index + 1; at < Math.min(chunks.length, index + 4); at++) {
    const next = chunks[at] as Chunk
    if (next.lead === "coordinator") return next.verbs.bare
    if (next.lead !== "none" || !next.verbs.bare) return false
  }
  return false
}
