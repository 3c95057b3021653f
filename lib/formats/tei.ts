import { locatorLine } from "../domain/citation-line.ts"
import { verdictWord } from "../domain/export-state.ts"
import type { Confidence } from "../domain/label.ts"
import type { LeftOutClaim, OutgoingCitation, OutgoingClaim } from "../domain/outgoing-claims.ts"
import type { Span } from "../domain/unit.ts"
import { codePointsOf } from "./code-points.ts"
import type { ExportFormat, ExportPart } from "./export-format.ts"
import { pieceByPiece } from "./piece-by-piece.ts"
import { tei, teiText, teiWords } from "./tei-element.ts"
import { isTag, teiBibliography, teiDocumentHeader, teiFileHeader } from "./tei-head.ts"

/**
 * A TEI P5 document that holds one for each text: its header with provenance and licence, its words in paragraphs, and
 * its claims as annotations beside it. An annotation points at its passage as a range of the body's characters, counted
 * in code points. What XML cannot hold stands as U+FFFD, so that every position stays right.
 */
export const teiP5: ExportFormat = {
  extension: "tei.xml",
  mediaType: "application/tei+xml",
  notes: false,
  write: pieceByPiece(head => {
    const named = new Map<string, string>()
    const told = new Set<string>()
    let listing = false
    let at = (_: Span) => ""
    return {
      begin: `<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">\n${teiFileHeader(head)}\n${teiBibliography([...head.sources.values()])}<text><body><p>What was found in each text stands below, text by text.</p></body></text>\n`,
      part(part) {
        const { document, first, last, claims, leftOut } = part
        const pieces: string[] = []
        if (first) at = rangeIn(part)
        if (first) pieces.push(`<TEI>\n${teiDocumentHeader(document, head)}\n${body(part, head.quotes)}\n`)
        if (claims.length > 0 && !listing) pieces.push("<standOff><listAnnotation>\n")
        if (claims.length > 0) listing = true
        for (const claim of claims) pieces.push(`${annotation(claim, at(claim), named)}\n`)
        if (!last) return pieces.join("")
        if (listing) pieces.push("</listAnnotation></standOff>\n")
        listing = false
        if (leftOut.length > 0)
          pieces.push(
            `<standOff><listAnnotation type="left-out">\n${leftOut.map(claim => `${leftOutNote(claim, at(claim))}\n`).join("")}</listAnnotation></standOff>\n`,
          )
        const people = [...named].filter(([id]) => !told.has(id))
        for (const [id] of people) told.add(id)
        if (people.length > 0)
          pieces.push(`<standOff>${tei("listPerson", {}, people.map(person).join(""))}</standOff>\n`)
        return `${pieces.join("")}</TEI>\n`
      },
      end: () => "</TEI>\n",
    }
  }),
}

const person = ([id, name]: readonly [string, string]) =>
  tei("person", { "xml:id": `p-${id}` }, tei("persName", {}, teiText(name)))

/** Where a passage stands in the body of its text. */
function rangeIn({ document, text }: ExportPart) {
  const points = codePointsOf(text)
  return ({ start, end }: Span) => {
    const from = points(start)
    return `#string-range(d-${document.documentId},${from},${points(end) - from})`
  }
}

/** The text in paragraphs, character for character: line breaks stand at the ends of paragraphs. */
function body({ document, text }: ExportPart, quotes: boolean): string {
  const paragraphs = quotes
    ? (text.match(/[^\n]+\n*|\n+/g) ?? [""]).map(words => tei("p", {}, teiText(words)))
    : [tei("p", {}, tei("gap", { reason: "licence" }))]
  const { documentId, language } = document
  return tei(
    "text",
    { "xml:lang": isTag(language) ? language : undefined },
    tei("body", { "xml:id": `d-${documentId}` }, paragraphs.join("")),
  )
}

const certainties: Readonly<Record<Confidence, string>> = { low: "low", moderate: "medium", high: "high" }

function annotation(claim: OutgoingClaim, target: string, named: Map<string, string>): string {
  const who = (id: string, name: string) => {
    if (!named.has(id)) named.set(id, name)
    return `#p-${id}`
  }
  const { decision, unitId, label, said, annotations, citations } = claim
  const decided = decision && who(decision.editorId, decision.editor)
  const history =
    decision && decided
      ? tei(
          "revisionDesc",
          { status: "accepted" },
          teiWords("change", "decided", { when: decision.at.toISOString(), who: decided }),
        )
      : ""
  const notes = [
    decision && decided ? teiWords("note", decision.reason, { type: "decision", resp: decided }) : "",
    said === null
      ? ""
      : teiWords("note", `That it was said by the one it is ascribed to: ${said}`, { type: "said", ana: `#${said}` }),
    ...annotations.map(({ reviewerId, reviewer, label: theirs, agrees, confidence, rationaleText }) =>
      tei(
        "note",
        {
          type: "annotation",
          subtype: agrees === null ? undefined : agrees ? "agreement" : "dissent",
          resp: who(reviewerId, reviewer),
          ana: `#${theirs}`,
          cert: certainties[confidence],
        },
        teiText(rationaleText),
      ),
    ),
    ...citations.map(citation => citationNote(citation, who(citation.authorId, citation.author))),
    ...citations.map(({ sourceId, stance }) => tei("ptr", { target: `#s-${sourceId}`, type: stance })),
  ]
  return tei(
    "annotation",
    {
      "xml:id": `c-${unitId}`,
      target,
      motivation: "assessing classifying",
      ana: `#${verdictWord(label)}`,
      resp: decided ?? (label ? "#policy" : undefined),
    },
    history + notes.join(""),
  )
}

function citationNote(
  { sourceId, stance, locatorLabel, locator, quotation, note, rank, bearsOn }: OutgoingCitation,
  resp: string,
): string {
  const place = locatorLine(locatorLabel, locator).trim() || "the source"
  const inner = [
    tei("ref", { target: `#s-${sourceId}` }, teiText(place)),
    teiWords("quote", quotation),
    teiWords("note", note),
  ]
  return tei(
    "note",
    { type: "citation", subtype: stance, resp, n: [bearsOn, rank].filter(Boolean).join(" ") },
    inner.join(""),
  )
}

const leftOutNote = ({ unitId, why }: LeftOutClaim, target: string) =>
  tei(
    "annotation",
    { "xml:id": `l-${unitId}`, target, motivation: "assessing", ana: "#left-out" },
    teiWords("note", why),
  )
