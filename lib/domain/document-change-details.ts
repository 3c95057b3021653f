import type { DocumentChange, DocumentChangeKind } from "./change.ts"
import {
  type ChangeDetails,
  type DetailField,
  type DetailGroup,
  type DetailPassages,
  differingFacts,
  type Fact,
  type Known,
  mostGroups,
  mostPassages,
  newFacts,
} from "./detail.ts"
import type { AnnotationState, Effect, EffectPart, PreAnnotationState, Step, UnitState } from "./effect.ts"
import { lostIn } from "./new-version.ts"
import { rationaleText } from "./rationale.ts"
import { shortened } from "./sentence-words.ts"
import {
  annotationFacts,
  citationFacts,
  commentFacts,
  decisionFacts,
  flagFacts,
  threadFacts,
  unitFacts,
} from "./state-facts.ts"
import { canonical } from "./undo.ts"

type Telling = (change: DocumentChange, known: Known) => ChangeDetails

/** The effect tells it all: what each row was before and what it is since. */
const byRows: Telling = ({ effect }, known) => effectDetails(effect, known)

/** Before and after of each kind of change of a document: a kind without them does not compile. */
export const documentChangeDetails: Readonly<Record<DocumentChangeKind, Telling>> = {
  "annotation-given": byRows,
  "annotation-withdrawn": byRows,
  "citation-given": byRows,
  "citation-changed": byRows,
  "citation-withdrawn": byRows,
  "citation-restored": byRows,
  "unit-split": byRows,
  "units-merged": byRows,
  "boundary-moved": byRows,
  "kind-changed": byRows,
  "units-restored": byRows,
  "document-resplit": byRows,
  "version-added": byRows,
  "claim-placed": byRows,
  "claim-given-up": (change, known) => {
    const rows = byRows(change, known)
    const why = newFacts(["Reason", change.reason ?? "", "words"])
    return { ...rows, groups: [...why.groups, ...rows.groups] }
  },
  "flag-placed": byRows,
  "preannotations-added": byRows,
  "preannotation-dismissed": byRows,
  "flag-raised": byRows,
  "flag-answered": byRows,
  "flag-withdrawn": byRows,
  "flag-restored": byRows,
  "flags-answered": byRows,
  "flags-assigned": byRows,
  "flags-dated": byRows,
  "flags-withdrawn": byRows,
  "flags-reopened": byRows,
  "claim-adjudicated": byRows,
  "adjudication-reopened": byRows,
  "question-asked": byRows,
  "comment-given": byRows,
  "comment-changed": byRows,
  "comment-deleted": byRows,
  "thread-resolved": byRows,
  "thread-reopened": byRows,
  "change-undone": byRows,
  "change-redone": byRows,
}

interface Row {
  readonly title: string
  readonly fields: readonly DetailField[]
}

type RowsOf = { readonly [P in EffectPart]: (steps: NonNullable<Effect[P]>, known: Known) => readonly Row[] }

/** The rows of each part of an effect, fact by fact: a part that is not told does not compile. */
const rowsOf: RowsOf = {
  annotations: (steps, known) =>
    steps.map(step => ({ title: "Label", fields: [...told(step, annotationFacts, known), ...rewritten(step)] })),
  citations: (steps, known) => steps.map(step => ({ title: "Citation", fields: told(step, citationFacts, known) })),
  flags: (steps, known) => steps.map(step => ({ title: "Flag", fields: told(step, flagFacts, known) })),
  adjudications: (steps, known) => steps.map(step => ({ title: "Decision", fields: told(step, decisionFacts, known) })),
  threads: (steps, known) => steps.map(step => ({ title: "Discussion", fields: told(step, threadFacts, known) })),
  comments: (steps, known) => steps.map(step => ({ title: "Comment", fields: told(step, commentFacts, known) })),
  units: (steps, known) =>
    steps.filter(stays).map(step => ({ title: "Passage", fields: told(step, unitFacts, known) })),
  // How many, and never which: this is told also to who must not see yet what is suggested for a claim.
  preAnnotations: steps => [
    {
      title: "Suggestions",
      fields: differingFacts(standing(steps.map(({ before }) => before)), standing(steps.map(({ after }) => after))),
    },
  ],
  // A text is told with its passages, by `textRows`.
  versions: () => [],
  splitter: steps => steps.map(step => ({ title: "Splitter", fields: told(step, splitterFacts, null) })),
  // What restoring would bring back follows the passages, which are told.
  proposals: () => [],
}

const textVersion = "Version of the text"
const versionFacts = ({ number }: { readonly number: number }): readonly Fact[] => [[textVersion, String(number)]]

/**
 * A change of the text's version: the version once, how many passages merely went along, and what is different on those
 * that did not stay the same.
 */
function textRows(versions: NonNullable<Effect["versions"]>, passages: readonly Row[]): readonly Row[] {
  const rows = passages.map(({ title, fields }) => ({ title, fields: fields.filter(isNotVersion) }))
  const along = passages.filter(({ fields }, at) => fields.length > 0 && rows[at]!.fields.length === 0).length
  const text = versions.flatMap(step => told(step, versionFacts, null))
  const went: DetailField = { label: "Passages that went along", before: null, after: counted(along), look: "choice" }
  return [{ title: "Text", fields: [...text, ...(along > 0 ? [went] : [])] }, ...rows]
}

const standing = (states: readonly (PreAnnotationState | null)[]): readonly Fact[] => {
  const open = states.filter(state => state?.status === "open")
  return open.length > 0 ? [["Suggestions that stand", counted(open.length)]] : []
}

const isNotVersion = ({ label }: DetailField) => label !== textVersion
const counted = (count: number) => count.toLocaleString("en")

const splitterFacts = ({ version }: { readonly version: number }): readonly Fact[] => [
  ["Version of the splitter", String(version)],
]

const told = <S, K>({ before, after }: Step<S>, facts: (state: S, known: K) => readonly Fact[], known: K) =>
  differingFacts(before && facts(before, known), after && facts(after, known))

/** Where the words of a rationale stayed and its form or its citations did not. */
function rewritten({ before, after }: Step<AnnotationState>): readonly DetailField[] {
  if (!before || !after || canonical(before.rationale) === canonical(after.rationale)) return []
  if (rationaleText(before.rationale) !== rationaleText(after.rationale)) return []
  const label = "Form and citations of the rationale"
  return [{ label, before: "as they were", after: "changed, with the same words", look: "choice" }]
}

const lives = (state: UnitState | null): state is UnitState => state !== null && !state.retired
const stays = ({ before, after }: Step<UnitState>) => lives(before) && lives(after)

/** What an effect did to its rows. */
export function effectDetails(effect: Effect, known: Known): ChangeDetails {
  const { versions = [] } = effect
  const rows = (Object.keys(rowsOf) as EffectPart[]).flatMap(part => {
    const found = (rowsOf[part] as (steps: unknown, known: Known) => readonly Row[])(effect[part] ?? [], known)
    return part === "units" && versions.length > 0 ? textRows(versions, found) : found
  })
  const groups = rows.filter(({ fields }) => fields.length > 0)
  return {
    groups: groups.slice(0, mostGroups).map(
      ({ title, fields }, at): DetailGroup => ({
        title: groups.length > 1 ? numbered(title, groups, at) : null,
        fields,
      }),
    ),
    more: Math.max(0, groups.length - mostGroups),
    passages: passagesOf(effect, known),
  }
}

/** A title with its number among those of the same kind, when there are several. */
function numbered(title: string, groups: readonly Row[], at: number): string {
  if (groups.filter(group => group.title === title).length === 1) return title
  return `${title} ${groups.slice(0, at + 1).filter(group => group.title === title).length}`
}

/**
 * The passages that came and went. What a new version lost went like what it has no more: which of the two befell a passage
 * would tell whether somebody worked on it.
 */
function passagesOf(effect: Effect, known: Known): ChangeDetails["passages"] {
  const turned = (effect.units ?? []).filter(step => lives(step.before) !== lives(step.after))
  const lost = lostIn(effect).units
  if (turned.length + lost.length === 0) return null
  const side = (states: readonly (UnitState | null)[]): DetailPassages => {
    const standing = states.filter(lives).sort((a, b) => a.start - b.start)
    const listed = standing.slice(0, mostPassages).map(state => ({
      kind: state.kind,
      quote: shortened(known.quote(state)),
      start: state.start,
    }))
    return { listed, more: standing.length - listed.length }
  }
  return {
    before: side([...turned.map(({ before }) => before), ...lost]),
    after: side(turned.map(({ after }) => after)),
  }
}
