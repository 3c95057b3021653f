import { undecided, verdictWord } from "../domain/export-state.ts"
import { labels } from "../domain/label.ts"
import type { OutgoingAnnotation, OutgoingClaim } from "../domain/outgoing-claims.ts"
import { codePointsOf } from "./code-points.ts"
import { provenance, withheld } from "./doccano-jsonl.ts"
import type { ExportFormat } from "./export-format.ts"
import { pieceByPiece } from "./piece-by-piece.ts"
import { wholeSpan } from "./span-text.ts"

/** How Label Studio has to be set up for the file: what the names in it refer to. */
export const labelStudioSetup = `<View><Labels name="label" toName="text">${[...labels, undecided]
  .map(label => `<Label value="${label}"/>`)
  .join("")}</Labels><Text name="text" value="$text"/></View>`

/** "Vera Lindqvist, disputed, dissents: Two memoirs contradict each other." */
const reason = ({ reviewer, label, agrees, rationaleText }: OutgoingAnnotation) =>
  `${reviewer ? `${reviewer}, ` : ""}${label}${agrees === false ? ", dissents" : ""}${rationaleText ? `: ${rationaleText}` : ""}`

/**
 * Texts with labelled spans for Label Studio: a task for each document, its verdicts as one annotation in code points,
 * with the reviewers' reasons as remarks on each. A text that may not be passed on has no regions, which would lie
 * outside of it; its spans are told beside it.
 */
export const labelStudio: ExportFormat = {
  extension: "json",
  mediaType: "application/json; charset=utf-8",
  notes: false,
  write: pieceByPiece(head => {
    let tasks = 0
    let regions = 0
    let points = codePointsOf("")
    const region = (text: string, claim: OutgoingClaim) => {
      const span = wholeSpan(text, claim)
      const place = { start: points(span.start), end: points(span.end) }
      if (!head.quotes) return { ...place, label: verdictWord(claim.label) }
      const value = { ...place, text: text.slice(span.start, span.end), labels: [verdictWord(claim.label)] }
      const meta = { text: claim.annotations.map(reason) }
      return { id: claim.unitId, from_name: "label", to_name: "text", type: "labels", value, meta }
    }
    return {
      begin: "[",
      part({ document, text, first, last, claims }) {
        let piece = ""
        if (first) {
          points = codePointsOf(text)
          regions = 0
          const data = JSON.stringify({ text: head.quotes ? text : "", ...provenance(document, head) })
          const withheldData = `${data.slice(0, -1)},"withheld":"${withheld}","spans":[`
          const opening = head.quotes ? `${data},"annotations":[{"result":[` : withheldData
          piece = `${tasks++ === 0 ? "\n" : ",\n"}{"data":${opening}`
        }
        for (const claim of claims) piece += `${regions++ === 0 ? "" : ","}${JSON.stringify(region(text, claim))}`
        return last ? `${piece}${head.quotes ? "]}]}" : "]}}"}` : piece
      },
      end: () => "\n]\n",
    }
  }),
}
