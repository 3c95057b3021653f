import { claimsAskedFor, verdictWord } from "../domain/export-state.ts"
import { leftOutNote } from "../domain/left-out-passages.ts"
import { logHeadSentence } from "../domain/log-head.ts"
import { monthNames } from "../domain/month-names.ts"
import type { OutgoingClaim } from "../domain/outgoing-claims.ts"
import { listed, shortened } from "../domain/sentence-words.ts"
import { codePointsOf } from "./code-points.ts"
import type { ExportFormat, ExportHead, ExportPart } from "./export-format.ts"
import { pieceByPiece } from "./piece-by-piece.ts"
import { wikiCite } from "./wiki-cite.ts"
import { wikiTemplate, wikiText } from "./wiki-escape.ts"

/**
 * The claims for editors of an encyclopedia: each with a reference for everything that is cited, and with the inline
 * templates of the English Wikipedia that its label and its evidence call for. A citation that disputes or only
 * mentions the claim says so in its reference.
 */
export const wikitext: ExportFormat = {
  extension: "wiki.txt",
  mediaType: "text/x-wiki; charset=utf-8",
  notes: false,
  write: pieceByPiece(head => {
    let claims = 0
    let points = codePointsOf("")
    return {
      begin: `${opening(head)}\n`,
      part(part) {
        const { document, first, last, text } = part
        if (first) claims = 0
        claims += part.claims.length
        if (first) points = codePointsOf(text)
        const lines = part.claims.map(claim => {
          const place = `Characters ${points(claim.start)} to ${points(claim.end)} of the text`
          return claimLine(claim, part, head, place)
        })
        const before = first ? `\n== ${wikiText(document.title) || "Untitled"} ==\n${sourceLine(part)}\n` : ""
        const none = last && claims === 0 ? "No claim of this text is vetted.\n" : ""
        return `${before}${lines.join("")}${none}${last ? leftOut(part) : ""}`
      },
      end: () => "\n== References ==\n{{reflist}}\n",
    }
  }),
}

const titled = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

const opening = ({ policyVersion, exportedAt, logHead, chosen }: ExportHead) =>
  `<!-- ${titled(claimsAskedFor[chosen.state])} of ${exportedAt.toISOString().slice(0, 10)}, decided by version ${policyVersion} of the project's policy. ${logHeadSentence(logHead)}${leftOutNote(chosen)} Contentious claims about living people that have no source are to be removed, not tagged. -->`

const sourceLine = ({ document }: ExportPart) =>
  [
    document.author && `Text by ${wikiText(document.author)}`,
    document.foundAt && `found at ${wikiText(document.foundAt)}`,
    document.licence && `licence: ${wikiText(document.licence)}`,
    `version ${document.number}, SHA-256 ${document.sha256}`,
  ]
    .filter(Boolean)
    .join("; ")
    .replace(/^./, letter => letter.toUpperCase())

function claimLine(claim: OutgoingClaim, { document }: ExportPart, head: ExportHead, place: string): string {
  const quote = head.quotes ? `“${wikiText(claim.quote)}”` : `${place} of “${wikiText(document.title)}”`
  const references = claim.citations.flatMap(citation => {
    const source = head.sources.get(citation.sourceId)
    if (!source) return []
    const stance = { supports: "", disputes: "Against: ", mentions: "Mentions only: ", repeats: "Merely repeats: " }
    const said = citation.bearsOn === "said" ? "On whether it was said: " : ""
    const through = citation.throughId === null ? undefined : head.sources.get(citation.throughId)
    const via = through ? `, cited through ${wikiCite(through)}` : ""
    return [`<ref>${said}${stance[citation.stance]}${wikiCite(source, citation)}${via}</ref>`]
  })
  return `* ${quote}${references.join("")}${inlineTemplates(claim, head)} (${verdictWord(claim.label)})\n`
}

/** What an editor of the encyclopedia would write after the sentence. */
function inlineTemplates(claim: OutgoingClaim, { sources, exportedAt }: ExportHead): string {
  const date = `${monthNames[exportedAt.getUTCMonth()]} ${exportedAt.getUTCFullYear()}`
  const template = (name: string, reason = "") =>
    wikiTemplate(name, [
      ["date", date],
      ["reason", wikiText(shortened(reason))],
    ])
  const cited = claim.citations.filter(({ bearsOn }) => bearsOn === "so")
  const having = (stance: string) => cited.filter(citation => citation.stance === stance)
  const reasons = claim.decision?.reason || claim.annotations.find(({ agrees }) => agrees)?.rationaleText || ""
  const found: string[] = []
  if (claim.label === "disputed") found.push(template("disputed inline", reasons))
  if (claim.label === "speculative" && having("supports").length === 0) found.push(template("citation needed", reasons))
  if (having("mentions").length > 0 && having("supports").length === 0)
    found.push(template("failed verification", "The source mentions it but does not bear it out."))
  if (having("repeats").length > 0 && having("supports").length === 0)
    found.push(template("better source needed", "The source merely repeats another's word."))
  const weak = having("supports").map(({ sourceId }) => sources.get(sourceId)?.reliability ?? null)
  const grades = [...new Set(weak)].sort()
  if (weak.length > 0 && grades.every(grade => grade === "D" || grade === "E"))
    found.push(template("better source needed", `The supporting sources are graded ${listed(grades.map(String))}.`))
  return found.join("")
}

const leftOut = ({ leftOut: claims }: ExportPart) =>
  claims.length === 0
    ? ""
    : `<!-- Left out${claims.some(({ state }) => state === "vetted") ? "" : ", because not vetted"}: ${claims.length}. -->\n`
