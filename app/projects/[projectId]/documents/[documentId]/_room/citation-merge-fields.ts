import type { Bearing, Directness, Stance } from "../../../../../../lib/domain/citation.ts"
import { stanceWords } from "../../../../../../lib/domain/stance-words.ts"
import type { MergeField } from "../../../../../_ui/record-merge.ts"
import { bearingWords, directnessWords, plainWords } from "./words.ts"

/** A citation as its form has it. */
interface CitationForm {
  readonly sourceId: string
  readonly stance: Stance
  readonly bearsOn?: Bearing | undefined
  readonly locatorLabel: string
  readonly rank?: unknown
  readonly directness?: unknown
  readonly credibility?: unknown
  readonly throughId?: unknown
  readonly snapshotId?: unknown
}

/** What a citation says, field by field, as two versions of it are compared; `nameOf` names a source. */
export const citationMergeFields = (nameOf: (sourceId: string) => string): readonly MergeField<CitationForm>[] => [
  { path: "sourceId", label: "Source", say: ({ sourceId }) => nameOf(sourceId) },
  { path: "stance", label: "How it bears on the claim", say: ({ stance }) => stanceWords[stance] },
  { path: "bearsOn", label: "What it is evidence of", say: ({ bearsOn }) => bearingWords[bearsOn ?? "so"] },
  { path: "locatorLabel", label: "Place", say: ({ locatorLabel }) => plainWords(locatorLabel) },
  { path: "locator", label: "Number or name" },
  { path: "rank", label: "Rank", say: ({ rank }) => said(rank) },
  {
    path: "directness",
    label: "Directness",
    say: ({ directness }) => (directness ? directnessWords[directness as Directness] : said(directness)),
  },
  { path: "credibility", label: "Credibility of what it says here", say: ({ credibility }) => said(credibility) },
  {
    path: "throughId",
    label: "Seen in another work",
    say: ({ throughId }) => (throughId ? nameOf(String(throughId)) : "seen by oneself"),
  },
  { path: "snapshotId", label: "Snapshot", say: ({ snapshotId }) => (snapshotId ? "a snapshot" : "none") },
  { path: "quotation", label: "Quotation", kind: "text" },
  { path: "note", label: "Note", kind: "text" },
]

const said = (value: unknown) => (value ? String(value) : "not said")
