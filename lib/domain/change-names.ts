import type { ChangeKind, DocumentChange, DocumentChangeKind, ProjectChange } from "./change.ts"

/** How the people and sources that a change names by id are called now. */
export interface Names {
  readonly person: (id: string) => string
  readonly source: (id: string) => string
}

/** The change that a kind stands for. */
export type ChangeOf<K extends ChangeKind> = K extends DocumentChangeKind
  ? DocumentChange
  : Extract<ProjectChange, { kind: K }>

/** A sentence for every kind in `K`: a kind without one does not compile. */
export type SentencesOf<K extends ChangeKind> = {
  readonly [Kind in K]: (change: ChangeOf<Kind>, names: Names) => string
}
