import type { ExportNames } from "../domain/export-names.ts"
import type { ExportState } from "../domain/export-state.ts"
import type { Label } from "../domain/label.ts"
import type { LeftOutChoice } from "../domain/left-out-passages.ts"
import type {
  LeftOutClaim,
  OutgoingClaim,
  OutgoingDerivation,
  OutgoingDocument,
  OutgoingSource,
} from "../domain/outgoing-claims.ts"

/** A document of an export without its claims. */
export type ExportedDocument = Omit<OutgoingDocument, "claims" | "leftOut">

/** A source that an exported claim cites, with its entry in a bibliography as plain text. */
export type ExportedSource = OutgoingSource & { readonly set: string }

/** Which claims an export was asked for; what is null does not narrow. */
export interface ChosenClaims {
  readonly state: ExportState
  readonly documentId: string | null
  readonly label: Label | null
  /** Whether those with a dissenting label were asked for, or those without. */
  readonly dissent: "with" | "without" | null
  /** Words that the claims hold. */
  readonly search: string | null
  /** Which flagged passages were left out. */
  readonly leaveOut: LeftOutChoice | null
}

/** What is known of an export before its first claim. */
export interface ExportHead {
  /** The name of the file without its ending, for a file that names one beside it. */
  readonly name: string
  readonly projectId: string
  readonly project: string
  /** Version of the policy that the verdicts follow. */
  readonly policyVersion: number
  readonly exportedAt: Date
  /** The head of the project's log at that moment (lib/db/project-head.ts). */
  readonly logHead: string
  /** Where the project is served, as "https://example.org"; addresses in a file begin with it. */
  readonly origin: string
  /** Whether words of the raw texts may go out, or positions only, as a text's licence may demand. */
  readonly quotes: boolean
  /** How openly people are named, but for those who allow less. */
  readonly names: ExportNames
  /** Which claims were asked for. */
  readonly chosen: ChosenClaims
  /** In the order in which their claims follow. */
  readonly documents: readonly ExportedDocument[]
  /** Every cited source by its id, in the order of the bibliography. */
  readonly sources: ReadonlyMap<string, ExportedSource>
  /** What they derive from, over however many others, in the order in which that was stated. */
  readonly lineage: readonly OutgoingDerivation[]
}

/** A run of one document's claims. A document's parts follow one another; one without claims has a part too. */
export interface ExportPart {
  readonly document: ExportedDocument
  /** The text that the spans point into. Positions are counted with it also where its words may not go out. */
  readonly text: string
  readonly first: boolean
  readonly last: boolean
  /** In the order of the text. Their quotes are empty when words may not go out. */
  readonly claims: readonly OutgoingClaim[]
  /** What of the document is left out; with its last part only. */
  readonly leftOut: readonly LeftOutClaim[]
  /** Why nothing of the document is told, in a sentence; null unless it could not be read or written. */
  readonly trouble: string | null
  /** The note of each citation by its id, in full, as plain text, for a format that wants them. */
  readonly notes: ReadonlyMap<string, string>
}

/** A format of exports, written piece by piece, so that a file of any length takes no more memory than one part. */
export interface ExportFormat {
  /** Of the file's name, without a point: "jsonld". */
  readonly extension: string
  readonly mediaType: string
  /** Whether it shows citations as notes, which take a citation processor's time. */
  readonly notes: boolean
  readonly write: (head: ExportHead, parts: AsyncIterable<ExportPart>) => AsyncIterable<string | Uint8Array>
}
