/** One document of many could not be read or written; the others can go out without it. */
export class DocumentTrouble extends Error {
  constructor(
    readonly documentId: string,
    override readonly cause: unknown,
  ) {
    super(`The document ${documentId} could not be exported.`)
  }
}

/** What a file says in the place of such a document's claims. */
export const documentTroubleSentence =
  "This document could not be read, so its claims are missing here. Tell whoever runs the server, then export it again."
