import { verdictWord } from "../domain/export-state.ts"
import type { OutgoingAnnotation, OutgoingClaim } from "../domain/outgoing-claims.ts"
import { textIri } from "./app-address.ts"
import { webIri } from "./ascii-iri.ts"
import type { ExportFormat, ExportHead, ExportPart } from "./export-format.ts"
import { pieceByPiece } from "./piece-by-piece.ts"
import { surroundings, wholeSpan } from "./span-text.ts"

/** Hypothesis shows text as Markdown with HTML in it; a person's words are neither. */
const asWritten = (words: string) => words.replaceAll(/[\\`*_{}[\]()#+\-.!|<>&~$]/g, "\\$&")

const reason = ({ reviewer, label, confidence, agrees, rationaleText }: OutgoingAnnotation) =>
  asWritten(
    `${reviewer ? `${reviewer}: ` : ""}${label}, ${confidence} confidence${agrees === false ? " (dissent)" : ""}.${rationaleText ? ` ${rationaleText}` : ""}`,
  )

function annotationOf(head: ExportHead, { document, text }: ExportPart, claim: OutgoingClaim) {
  const uri = webIri(document.foundAt) ?? textIri(head, document)
  const span = wholeSpan(text, claim)
  const position = { type: "TextPositionSelector", ...span }
  const quote = { type: "TextQuoteSelector", exact: text.slice(span.start, span.end), ...surroundings(text, span) }
  const decided = claim.decision?.reason ? [asWritten(claim.decision.reason)] : []
  const cited = claim.citations.map(({ stance, sourceId }) => {
    const entry = head.sources.get(sourceId)?.set
    return asWritten(entry ? `${stance}: ${entry}` : stance)
  })
  return {
    uri,
    document: { title: [document.title] },
    tags: [
      verdictWord(claim.label),
      ...(claim.state === "vetted" ? [] : [`state: ${claim.state}`]),
      ...(claim.said ? [`said: ${claim.said}`] : []),
    ],
    text: [...decided, ...claim.annotations.map(reason), ...cited].join("\n\n"),
    target: [{ source: uri, selector: head.quotes ? [quote, position] : [position] }],
    logHead: head.logHead,
  }
}

/**
 * The claims as annotations for Hypothesis, in the form that its service takes, one for each claim. Positions
 * count UTF-16 code units, as Hypothesis does. They belong to the page where the text was found, if it has an address;
 * there the quote finds the place, because the position is that in our text. What the service does not know, as the head
 * of the log, it keeps beside the annotation and gives back.
 */
export const hypothesisJson: ExportFormat = {
  extension: "json",
  mediaType: "application/json; charset=utf-8",
  notes: false,
  write: pieceByPiece(head => {
    let claims = 0
    return {
      begin: "[",
      part: part =>
        part.claims
          .map(claim => `${claims++ === 0 ? "" : ","}\n${JSON.stringify(annotationOf(head, part, claim))}`)
          .join(""),
      end: () => "\n]\n",
    }
  }),
}
