/** A version of a document's text: what spans point into. */
export interface TextPlace {
  readonly documentId: string
  readonly number: number
}
