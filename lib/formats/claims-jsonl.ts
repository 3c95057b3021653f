import { claimShape, derivationShape, documentShape, exportShape, leftOutShape, sourceShape } from "./claims-json.ts"
import type { ExportFormat } from "./export-format.ts"
import { pieceByPiece } from "./piece-by-piece.ts"

const line = (type: string, value: object) => `${JSON.stringify({ type, ...value })}\n`

/**
 * The claims as JSON Lines, a line for each thing, so that a file of any length can be read line by line.
 * Sources stand before the claims that cite them. lib/formats/claims-jsonl-schema.ts says what each line holds.
 */
export const claimsJsonl: ExportFormat = {
  extension: "jsonl",
  mediaType: "application/jsonl; charset=utf-8",
  notes: false,
  write: pieceByPiece(head => ({
    begin: [
      line("export", exportShape(head)),
      ...[...head.sources.values()].map(source => line("source", sourceShape(source))),
      ...head.lineage.map(derivation => line("derivation", derivationShape(derivation))),
    ].join(""),
    part({ document, first, last, claims, leftOut, trouble }) {
      const { documentId } = document
      return [
        first ? line("document", documentShape(document)) : "",
        ...claims.map(claim => line("claim", { documentId, ...claimShape(claim) })),
        last ? line("left-out", { documentId, ...leftOutShape(document, leftOut, trouble) }) : "",
      ].join("")
    },
  })),
}
