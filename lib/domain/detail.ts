import type { Names } from "./change-names.ts"
import type { CommentState } from "./effect.ts"
import type { Span, UnitKind } from "./unit.ts"

/** One fact before and after; null where there was nothing, or is nothing any more. */
export interface DetailField {
  readonly label: string
  readonly before: string | null
  readonly after: string | null
  /** "words" is a text that is compared word by word, "choice" one of several that is replaced as a whole. */
  readonly look: "words" | "choice"
}

/** A passage as it stood: what kind it was of, its beginning, and where it stood. */
export interface DetailPassage {
  readonly kind: UnitKind
  readonly quote: string
  readonly start: number
}

/** Passages on one side of a change; `more` are those left out. */
export interface DetailPassages {
  readonly listed: readonly DetailPassage[]
  readonly more: number
}

/** The facts of one row that a change touched, under a title when there are several. */
export interface DetailGroup {
  readonly title: string | null
  readonly fields: readonly DetailField[]
}

/** What a change changed, in people's words. */
export interface ChangeDetails {
  readonly groups: readonly DetailGroup[]
  /** Rows that are not among the groups, because they are too many to read. */
  readonly more: number
  /** For a change of the splitting: the passages that were there, and those that are there since. */
  readonly passages: { readonly before: DetailPassages; readonly after: DetailPassages } | null
}

/** What the details of changes say is looked up here; ids and spans stand in the changes themselves. */
export interface Known extends Names {
  /** The words of a span of the document's text, in the version that it names, else in the first. */
  readonly quote: (span: Span & { readonly number?: number }) => string
  /** The words of a passage by its id. */
  readonly unit: (id: string) => string
  /** The name of a citation style, by the id or name that a setting has. */
  readonly style: (style: string) => string
  /** The file and the day of a source's snapshot. */
  readonly snapshot: (id: string) => string
  /** What a comment said, as the reader may know it; null when its words are not theirs to read. */
  readonly comment: (state: CommentState) => string | null
}

/** A fact of one state: its label, what it says, and how it is compared. Empty words say nothing. */
export type Fact = readonly [label: string, says: string, look?: DetailField["look"]]

/**
 * The facts that differ between two states, in the order of the later one; of a state that came or went, every fact
 * that says something.
 */
export function differingFacts(before: readonly Fact[] | null, after: readonly Fact[] | null): readonly DetailField[] {
  const was = new Map((before ?? []).map(fact => [fact[0], fact]))
  const is = new Map((after ?? []).map(fact => [fact[0], fact]))
  const labels = [...new Set([...is.keys(), ...was.keys()])]
  return labels.flatMap((label): DetailField[] => {
    const [old, now] = [was.get(label), is.get(label)]
    const look = (now ?? old)?.[2] ?? "choice"
    const [saidBefore, saysNow] = [old?.[1] || null, now?.[1] || null]
    return saidBefore === saysNow ? [] : [{ label, before: saidBefore, after: saysNow, look }]
  })
}

/** So many rows of one change are told one by one. */
export const mostGroups = 20
/** So many passages are listed on each side of a change of the splitting. */
export const mostPassages = 20

export const noDetails: ChangeDetails = { groups: [], more: 0, passages: null }

/** Details that are facts of one thing. */
export const oneGroup = (fields: readonly DetailField[]): ChangeDetails => ({
  ...noDetails,
  groups: fields.length > 0 ? [{ title: null, fields }] : [],
})

/** Facts that a change brought and that had nothing before. */
export const newFacts = (...facts: readonly Fact[]): ChangeDetails => oneGroup(differingFacts(null, facts))

/** Facts that a change took away. */
export const goneFacts = (...facts: readonly Fact[]): ChangeDetails => oneGroup(differingFacts(facts, null))
