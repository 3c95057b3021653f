/** What splitting yields: the text in order, each unit of one kind. In doubt a unit is a claim. */
export const unitKinds = ["claim", "opinion", "question", "instruction", "meta", "boilerplate", "fragment"] as const
export type UnitKind = (typeof unitKinds)[number]

/** A range of a version's text in UTF-16 code units, `[start, end)`. */
export interface Span {
  readonly start: number
  readonly end: number
}

export const cueKinds = ["hedge", "attribution", "vague-source", "date", "damage", "subject", "name", "number"] as const
export type CueKind = (typeof cueKinds)[number]

/**
 * What the splitter noticed in a unit and shows as a hint; never a verdict.
 * `start` and `end` are positions in the whole text, inside the unit. Names and numbers are not stored.
 * `strength` is 2 for a cue that bears on the main assertion, 1 for one in a side remark.
 * `rule` is the id of the rule that fired; `reading` is an aid such as the source's name,
 * a normalised date (EDTF) or the undamaged reading, and never changes the text. A part that was split off without a
 * subject of its own has a cue "subject" on its first word, whose reading is the subject that it takes from before.
 */
export interface Cue extends Span {
  readonly kind: CueKind
  readonly rule: string
  readonly strength: 1 | 2
  readonly reading?: string
}

/** A unit as the splitter proposes it. */
export interface ProposedUnit extends Span {
  readonly kind: UnitKind
  /** Ids of the rules that set the boundaries and the kind, most telling first. */
  readonly rules: readonly string[]
  readonly cues: readonly Cue[]
}
