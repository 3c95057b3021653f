/** What a tab says of the person in front of it. */
export interface Presence {
  readonly projectId: string
  /** The document that is open; null on the project's other pages. */
  readonly documentId: string | null
  /** The claim at hand. */
  readonly unitId: string | null
  readonly writing: boolean
}

/** Somebody who is here, under the name and id that whoever is told may know them by. */
export interface PersonHere extends Presence {
  /** One a tab: somebody may have two documents open. */
  readonly key: string
  readonly id: string
  readonly name: string
}

/** Up to which revision the streams of a project have come: its own and those of its documents. */
export interface Revisions {
  readonly projectId: string
  readonly project: number
  readonly documents: Readonly<Record<string, number>>
}

/** Why a stream ends by the server's doing. All but "membership" and "session" may connect again at once. */
export type StreamEnd = "time" | "session" | "membership" | "slow" | "stopping"

/** What a stream says. It holds no content: whoever hears of a newer revision reads again, as who they are. */
export type LiveEvent =
  | ({ readonly kind: "revisions" } & Revisions)
  | {
      readonly kind: "moved"
      readonly projectId: string
      readonly documentId: string | null
      readonly revision: number
    }
  /** Everybody who is in the project, but for whoever is told. */
  | { readonly kind: "people"; readonly projectId: string; readonly people: readonly PersonHere[] }
  | { readonly kind: "came"; readonly projectId: string; readonly person: PersonHere }
  | { readonly kind: "went"; readonly projectId: string; readonly key: string }
  /** One of the projects that were asked for is closed to this person. */
  | { readonly kind: "closed"; readonly projectId: string }
  | { readonly kind: "end"; readonly why: StreamEnd }

/** How many changes a project has had in all its streams; grows with each. */
export const movesOf = ({ project, documents }: Pick<Revisions, "project" | "documents">): number =>
  Object.values(documents).reduce((sum, revision) => sum + revision, project)
