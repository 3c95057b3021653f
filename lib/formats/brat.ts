import { claimsAskedFor, undecided, verdictWord } from "../domain/export-state.ts"
import { confidences, type Label, labels } from "../domain/label.ts"
import { leftOutNote } from "../domain/left-out-passages.ts"
import { logHeadSentence } from "../domain/log-head.ts"
import type { OutgoingClaim } from "../domain/outgoing-claims.ts"
import { levelled } from "../domain/place-quote.ts"
import { claimStates } from "../domain/verdict.ts"
import { codePointsOf } from "./code-points.ts"
import type { ExportedDocument, ExportFormat, ExportHead } from "./export-format.ts"
import { pieceByPiece } from "./piece-by-piece.ts"
import { wholeSpan } from "./span-text.ts"
import { openZip, type ZippedFile } from "./zip-pieces.ts"

const typeOf = (label: string) => label[0]!.toUpperCase() + label.slice(1)
const oneOf = (values: readonly string[]) => `Value:${values.join("|")}`

/** What brat has to know of the types in the files. */
const configuration = `[entities]
${[...labels, undecided].map(typeOf).join("\n")}
[relations]
[events]
[attributes]
State Arg:<ENTITY>, ${oneOf(claimStates)}
VerdictBy Arg:<ENTITY>, ${oneOf(["policy", "adjudication"])}
Said Arg:<ENTITY>, ${oneOf(labels)}
Dissent Arg:<ENTITY>
LowestConfidence Arg:<ENTITY>, ${oneOf(confidences)}
`

/** Nothing of a text but how long it is. */
const masked = (text: string) => "_".repeat(codePointsOf(text)(text.length))

const oneLine = (words: string) => words.replaceAll(/[\s\p{Cc}]+/gu, " ").trim()

/** The lines of a passage, each with where it stands: brat takes no line break into an entity. */
function fragments(text: string, { start, end }: { start: number; end: number }) {
  const found: { start: number; words: string }[] = []
  let at = start
  for (const words of text.slice(start, end).split("\n")) {
    if (words.trim() !== "") found.push({ start: at, words })
    at += words.length + 1
  }
  return found
}

/** A document's annotations as they are written: brat counts its entities, attributes and notes through the file. */
function annotations(text: string, quotes: boolean) {
  const points = codePointsOf(text)
  const lined = levelled(text)
  let entities = 0
  let attributes = 0
  let notes = 0
  return (claim: OutgoingClaim): string => {
    const span = wholeSpan(text, claim)
    const parts = quotes ? fragments(lined, span) : [{ start: span.start, words: text.slice(span.start, span.end) }]
    if (parts.length === 0) return ""
    const places = parts.map(({ start, words }) => `${points(start)} ${points(start + words.length)}`).join(";")
    const shown = parts.map(({ words }) => (quotes ? words : masked(words))).join(" ")
    const entity = `T${++entities}`
    const lines = [`${entity}\t${typeOf(verdictWord(claim.label))} ${places}\t${shown}`]
    const attribute = (name: string, value = "") =>
      lines.push(`A${++attributes}\t${`${name} ${entity} ${value}`.trim()}`)
    if (claim.state !== "vetted") attribute("State", claim.state)
    if (claim.verdictBy) attribute("VerdictBy", claim.verdictBy)
    if (claim.said) attribute("Said", claim.said)
    if (claim.annotations.some(({ agrees }) => agrees === false)) attribute("Dissent")
    const lowest = confidences.find(one => claim.annotations.some(({ confidence }) => confidence === one))
    if (lowest) attribute("LowestConfidence", lowest)
    const note = (words: string) => lines.push(`#${++notes}\tAnnotatorNotes ${entity}\t${oneLine(words)}`)
    note(`Claim ${claim.unitId}`)
    if (claim.decision?.reason) note(`Decision: ${claim.decision.reason}`)
    for (const { reviewer, label, rationaleText } of claim.annotations)
      note(`${reviewer ? `${reviewer}, ` : ""}${label}. ${rationaleText}`)
    return `${lines.join("\n")}\n`
  }
}

/** Names of a document's files: its place in the export, so that no two are the same, and words of its title. */
function fileNames(documents: readonly ExportedDocument[]): ReadonlyMap<string, string> {
  const digits = String(documents.length).length
  return new Map(
    documents.map(({ documentId, title }, at) => {
      const words = title.match(/[\p{L}\p{N}]+/gu)?.join("-") ?? ""
      const name = `${String(at + 1).padStart(digits, "0")}-${[...words].slice(0, 40).join("")}`
      return [documentId, name.replace(/-$/, "")]
    }),
  )
}

const readme = (head: ExportHead, names: ReadonlyMap<string, string>) =>
  [
    `${oneLine(head.project)}: ${claimsAskedFor[head.chosen.state]}, ${head.exportedAt.toISOString()}, by version ${head.policyVersion} of its policy.`,
    `${logHeadSentence(head.logHead)}${leftOutNote(head.chosen)}`,
    head.quotes
      ? "Positions count Unicode code points. Carriage returns are written as white space, other line breaks as line feeds; no position moves."
      : "The words of the texts may not be passed on: each character of a text is written as “_”, so that positions hold. They count Unicode code points.",
    ...head.documents.map(
      ({ documentId, title, author, licence, foundAt, foundOn, number, sha256 }) =>
        `${names.get(documentId)}.txt: ${[title, author, licence, foundAt, foundOn, `version ${number}`, `SHA-256 ${sha256}`].map(oneLine).filter(Boolean).join(" · ")}`,
    ),
    "",
  ].join("\n")

/**
 * Texts and their claims for brat: a ZIP with a text and its annotations for each document, and how brat has to
 * be set up for them. A claim is an entity of its label, or an undecided one, in fragments where it goes over several lines; one of white
 * space alone has no place in brat.
 */
export const brat: ExportFormat = {
  extension: "zip",
  mediaType: "application/zip",
  notes: false,
  write: pieceByPiece(head => {
    const zip = openZip()
    const names = fileNames(head.documents)
    zip.whole("annotation.conf", configuration)
    zip.whole("README", readme(head, names))
    let file: ZippedFile | undefined
    let lineOf: (claim: OutgoingClaim) => string = () => ""
    return {
      begin: zip.take(),
      part({ document, text, first, last, claims }) {
        if (first) {
          const name = names.get(document.documentId) ?? document.documentId
          zip.whole(`${name}.txt`, head.quotes ? levelled(text) : masked(text))
          file = zip.file(`${name}.ann`)
          lineOf = annotations(text, head.quotes)
        }
        file?.add(claims.map(claim => lineOf(claim)).join(""))
        if (last) file?.end()
        return zip.take()
      },
      end: zip.end,
    }
  }),
}
