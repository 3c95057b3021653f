import { wayWords } from "./decision-way.ts"
import type { Fact, Known } from "./detail.ts"
import {
  type AdjudicationState,
  type AnnotationState,
  type CitationState,
  type CommentState,
  type FlagState,
  type ThreadState,
  type UnitState,
  versionOf,
} from "./effect.ts"
import type { FlagStatus } from "./flag.ts"
import { flagReasonWords } from "./flag-words.ts"
import { credibilityWords } from "./grade.ts"
import { rationaleText } from "./rationale.ts"
import { shortened } from "./sentence-words.ts"
import { stanceWords } from "./stance-words.ts"

const plain = (words: string | null) => words?.replaceAll("-", " ") ?? ""

/** What a label says, fact by fact. */
export const annotationFacts = (state: AnnotationState, known: Known): readonly Fact[] => [
  ["Label", state.label],
  ["Confidence", state.confidence],
  ["Was it said", state.said ?? ""],
  ["Rationale", rationaleText(state.rationale), "words"],
  ["Passage that was judged", known.quote(state), "words"],
  ["Given blind", state.blind ? "yes, before what others said could be seen" : ""],
]

/** What a citation says, fact by fact. */
export const citationFacts = (state: CitationState, known: Known): readonly Fact[] => [
  ["Source", known.source(state.sourceId)],
  ["Stance", stanceWords[state.stance]],
  ["Place", placeWords(state)],
  ["Quotation", state.quotation, "words"],
  ["Note", state.note, "words"],
  ["Rank", plain(state.rank)],
  ["Directness", plain(state.directness)],
  ["Credibility", state.credibility === null ? "" : `${state.credibility}, ${credibilityWords[state.credibility]}`],
  ["Bears on", state.bearsOn === "so" ? "whether it is so" : "whether it was said"],
  ["Seen", state.throughId ? `in ${known.source(state.throughId)}` : "the source itself"],
  ["Snapshot", state.snapshotId ? known.snapshot(state.snapshotId) : ""],
  ["Counts", state.withdrawn ? "no, it is withdrawn" : "yes"],
]

const placeWords = ({ locatorLabel, locator }: CitationState) =>
  locator && (locatorLabel === "other" ? locator : `${plain(locatorLabel)} ${locator}`)

const statusWords: Readonly<Record<FlagStatus, string>> = {
  open: "open",
  answered: "answered",
  withdrawn: "withdrawn",
  settled: "settled, since what the rule found is so no more",
}

/** What a flag says, fact by fact. */
export const flagFacts = (state: FlagState, known: Known): readonly Fact[] => [
  ["Flagged words", state.quote, "words"],
  ["Reason", flagReasonWords[state.reason]],
  ["Note", state.note, "words"],
  ["Blocks the verdict", state.blocking ? "yes" : "no"],
  ["Status", statusWords[state.status]],
  ["Answer", state.answer, "words"],
  ["Answered by", state.answeredBy ? known.person(state.answeredBy) : ""],
  ["Assigned to", state.assigneeId ? known.person(state.assigneeId) : ""],
  ["Due on", state.dueOn ?? ""],
]

/** What a decision says, fact by fact. */
export const decisionFacts = (state: AdjudicationState, known: Known): readonly Fact[] => [
  ["Decision", state.label],
  ["Reason", state.reason, "words"],
  ["Decided by", known.person(state.editorId)],
  [
    "Way",
    wayWords(
      state.how ?? null,
      (state.follows ?? []).map(id => known.person(id)),
    ),
  ],
]

/** What a discussion is about and whether it is settled. */
export const threadFacts = (state: ThreadState, known: Known): readonly Fact[] => [
  ["Discussion of", threadSubject(state, known)],
  ["Asked", (state.asks ?? []).map(id => known.person(id)).join(", ")],
  ["Resolved by", state.resolvedBy ? known.person(state.resolvedBy) : ""],
]

const threadSubject = ({ unitId, sourceId }: ThreadState, known: Known) =>
  unitId ? `the passage “${shortened(known.unit(unitId))}”` : sourceId ? known.source(sourceId) : "a flag"

/** What is said in the place of a comment's words to those who may not read what it said. */
export const commentHidden = "words that are not shown here: they were changed or deleted since, or are hidden from you"

/** What a comment said, as far as the reader may know it. */
export const commentFacts = (state: CommentState, known: Known): readonly Fact[] => [
  ["Comment", state.deleted ? "" : (known.comment(state) ?? commentHidden), "words"],
]

/** What a passage says and what it is, for one that stays the same passage. */
export const unitFacts = (state: UnitState, known: Known): readonly Fact[] => [
  ["Passage", known.quote(state), "words"],
  ["Kind", state.kind],
  ["Hints", hintWords(state), "words"],
  ["Version of the text", String(versionOf(state))],
]

const hintWords = ({ cues }: UnitState) =>
  [...new Set(cues.map(({ kind }) => kind))].map(kind => kind.replaceAll("-", " ")).join(", ")
