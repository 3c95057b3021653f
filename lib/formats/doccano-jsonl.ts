import { verdictWord } from "../domain/export-state.ts"
import type { OutgoingClaim } from "../domain/outgoing-claims.ts"
import type { ExportedDocument, ExportFormat, ExportHead } from "./export-format.ts"
import { pieceByPiece } from "./piece-by-piece.ts"
import { wholeSpan } from "./span-text.ts"

/** Why a text is empty, for whoever reads the file. */
export const withheld = "The words of this text may not be passed on; only the positions of its claims are given."

/**
 * What a file of a neighbour keeps of a text beside its words: where it is from, how it may be used, and the head of the
 * log that it was read from.
 */
export const provenance = (document: ExportedDocument, { logHead }: Pick<ExportHead, "logHead">) => ({
  document: document.documentId,
  title: document.title,
  author: document.author,
  licence: document.licence,
  foundAt: document.foundAt,
  foundOn: document.foundOn,
  version: document.number,
  sha256: document.sha256,
  logHead,
})

/**
 * Texts with labelled spans for doccano (sequence labelling, JSONL): a line for each document. Its spans count UTF-16 code
 * units, as doccano shows them unless a project counts graphemes (doccano #2290, #2484); `meta` says so, because Python
 * counts otherwise. Spans outside of their text would be refused, so those of a text that is withheld stand in `meta`.
 */
export const doccanoJsonl: ExportFormat = {
  extension: "jsonl",
  mediaType: "application/jsonl; charset=utf-8",
  notes: false,
  write: pieceByPiece(head => {
    let spans = 0
    const labelled = (text: string, claim: OutgoingClaim) => {
      const { start, end } = wholeSpan(text, claim)
      return JSON.stringify([start, end, verdictWord(claim.label)])
    }
    return {
      part({ document, text, first, last, claims }) {
        let piece = ""
        if (first) {
          spans = 0
          const meta = JSON.stringify({ ...provenance(document, head), offsets: "UTF-16 code units" }).slice(0, -1)
          piece = head.quotes
            ? `{"id":"${document.documentId}","text":${JSON.stringify(text)},"meta":${meta}},"label":[`
            : `{"id":"${document.documentId}","text":"","label":[],"meta":${meta},"withheld":"${withheld}","spans":[`
        }
        for (const claim of claims) piece += `${spans++ === 0 ? "" : ","}${labelled(text, claim)}`
        return last ? `${piece}]${head.quotes ? "" : "}"}}\n` : piece
      },
    }
  }),
}
