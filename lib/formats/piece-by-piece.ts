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

/** What writes files one after another into one, without a wait in it. */
export interface Packing<File> {
  readonly open: (file: File) => void
  readonly add: (bytes: Uint8Array) => void
  readonly close: () => void
  readonly end: () => void
  /** What is ready to be written since it was last asked. */
  readonly taken: () => readonly Uint8Array[]
}

/** Files that are packed into one, each waited for piece by piece, so that none of them is ever held as a whole. */
export async function* packed<File extends { readonly content: AsyncIterable<Piece> }>(
  files: Iterable<File>,
  packing: Packing<File>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for (const file of files) {
    packing.open(file)
    for await (const piece of file.content) {
      packing.add(typeof piece === "string" ? encoder.encode(piece) : piece)
      yield* packing.taken()
    }
    packing.close()
    yield* packing.taken()
  }
  packing.end()
  yield* packing.taken()
}
