import { DocumentTrouble } from "../domain/document-trouble.ts"
import type { ExportFormat, ExportHead, ExportPart } from "./export-format.ts"

type Piece = string | Uint8Array

/** A file being written, without a wait in it: what each part of the export adds, and what stands around the parts. */
export interface Writing {
  readonly begin?: Piece
  readonly part: (part: ExportPart) => Piece
  /** What comes last; a whole file, perhaps later, where a format cannot be written in pieces. */
  readonly end?: () => Piece | Promise<Piece>
}

/**
 * The only place where a format waits: for the next part. Every format says only what it adds. What it can't write
 * names its document, so that the file can be written without it.
 */
export const pieceByPiece = (open: (head: ExportHead) => Writing): ExportFormat["write"] =>
  async function* (head, parts) {
    const { begin, part: add, end } = open(head)
    if (begin) yield begin
    for await (const part of parts) {
      const piece = written(add, part)
      if (piece.length > 0) yield piece
    }
    const last = await end?.()
    if (last) yield last
  }

function written(add: Writing["part"], part: ExportPart): Piece {
  try {
    return add(part)
  } catch (cause) {
    throw part.trouble === null ? new DocumentTrouble(part.document.documentId, cause) : cause
  }
}
