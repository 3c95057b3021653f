import type { ProjectWords, Provenance } from "./change.ts"
import type { DetailField, DetailPassages } from "./detail.ts"
import type { Side } from "./earlier-state.ts"
import type { CitationState } from "./effect.ts"
import type { Confidence, Label } from "./label.ts"
import type { Policy } from "./policy.ts"
import type { RationaleNode } from "./rationale.ts"
import type { SourceRecord } from "./source-form.ts"

/** The words of a citation as its author fills them in. */
export type CitationWords = Omit<CitationState, "id" | "unitId" | "authorId" | "withdrawn">

/**
 * What is asked to bring something back: a new change of the usual kind, against what the person saw standing, so that
 * nothing that came in between is written over unseen.
 */
export type RestoreRequest =
  | {
      readonly what: "label"
      readonly unitId: string
      readonly seen: string | null
      readonly label: Label
      readonly confidence: Confidence
      readonly rationale: RationaleNode
      readonly said: Label | null
    }
  | {
      readonly what: "decision"
      readonly unitId: string
      readonly seen: string | null
      readonly label: Label
      readonly reason: string
    }
  | { readonly what: "citation"; readonly citationId: string; readonly version: number; readonly words: CitationWords }
  | { readonly what: "withdrawn-citation"; readonly citationId: string; readonly version: number }
  | { readonly what: "withdrawn-flag"; readonly flagId: string; readonly version: number }
  | { readonly what: "passages"; readonly unitId: string; readonly version: number }
  | { readonly what: "provenance"; readonly documentId: string; readonly version: number; readonly words: Provenance }
  | { readonly what: "project"; readonly version: number; readonly words: ProjectWords }
  | { readonly what: "policy"; readonly version: number; readonly words: Policy }
  | { readonly what: "source"; readonly sourceId: string; readonly version: number; readonly words: SourceRecord }

/** Something that can be brought back from a change, or can't and why. */
export interface Restoration {
  readonly side: Side
  readonly what: RestoreRequest["what"]
  /** What would be different: as it is now, and as it would be. */
  readonly fields: readonly DetailField[]
  readonly passages: { readonly before: DetailPassages; readonly after: DetailPassages } | null
  /** Null when it can't be brought back; `why` says so in a sentence then. */
  readonly ask: RestoreRequest | null
  readonly why: string | null
}

/** What bringing each of them back is called on its button. */
export const restoreWords: Readonly<Record<RestoreRequest["what"], string>> = {
  label: "Give this label again",
  decision: "Decide so again",
  citation: "Cite it so again",
  "withdrawn-citation": "Bring the citation back",
  "withdrawn-flag": "Bring the flag back",
  passages: "Restore what the splitter proposed",
  provenance: "Describe the document so again",
  project: "Describe the project so again",
  policy: "Make this policy the next version",
  source: "Give the source this record again",
}
