import { bearings, stances } from "../domain/citation.ts"
import { wayWords } from "../domain/decision-way.ts"
import { exportNamesSentences } from "../domain/export-names.ts"
import { claimsAskedFor, noVerdictSentences, verdictWord } from "../domain/export-state.ts"
import { labels } from "../domain/label.ts"
import { logHeadSentence } from "../domain/log-head.ts"
import {
  leftOutGroups,
  type OutgoingAnnotation,
  type OutgoingCitation,
  type OutgoingClaim,
  type OutgoingDecision,
} from "../domain/outgoing-claims.ts"
import { counted, ended } from "../domain/sentence-words.ts"
import { codePointsOf } from "./code-points.ts"
import type { ExportedDocument, ExportHead, ExportPart } from "./export-format.ts"
import { chosenSentence, derivationSentence, flagSentences } from "./report-extras.ts"
import { type ReportRun, rationaleParagraphs } from "./report-rationale.ts"
import { citationSentences, labelMeanings, saidHeads, stanceHeads } from "./report-words.ts"

/** A piece of the report. What people wrote may have line breaks in it; nothing is markup. */
export type ReportBlock =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: "paragraph" | "item"; readonly runs: readonly ReportRun[] }
  | { readonly kind: "quote"; readonly text: string; readonly language: string }
  | { readonly kind: "footnote"; readonly number: number; readonly text: string }

const heading = (level: 1 | 2 | 3, text: string): ReportBlock => ({ kind: "heading", level, text })
const paragraph = (...runs: (ReportRun | string)[]): ReportBlock => ({ kind: "paragraph", runs: runs.map(asRun) })
const item = (...runs: (ReportRun | string)[]): ReportBlock => ({ kind: "item", runs: runs.map(asRun) })
const asRun = (run: ReportRun | string): ReportRun => (typeof run === "string" ? { text: run } : run)
const strong = (text: string): ReportRun => ({ text, bold: true })

const day = (date: Date) => date.toISOString().slice(0, 10)
const said = (words: string) => words.trim() || "not said"
const named = (title: string) => title.trim() || "Untitled"

/** What stands before the first document: what the report is, how its labels came about, and what is in it. */
export function reportBeginning(head: ExportHead): readonly ReportBlock[] {
  const { project, policyVersion, exportedAt, origin, documents } = head
  const chosen = chosenSentence(head.chosen, documents.length)
  return [
    heading(1, `${named(project)}: ${claimsAskedFor[head.chosen.state]}`),
    paragraph(
      `This report lists claims that were found in ${counted(documents.length, "text")} and checked one by one. Every claim is quoted word for word from the text, has a label${head.chosen.state === "vetted" ? "" : " where there is a verdict"}, and names the evidence for and against it in footnotes. It shows the project “${named(project)}” at ${origin} as it stood on ${day(exportedAt)}.`,
    ),
    ...(chosen ? [paragraph(chosen)] : []),
    ...(head.quotes
      ? []
      : [
          paragraph(
            "The words of the texts are left out, as their licence may demand: claims are named by their position.",
          ),
        ]),
    heading(2, "How the labels were decided"),
    paragraph(
      `Reviewers judged each claim on their own, gave reasons and cited sources. A label is the project’s once enough of them agree and the evidence that it needs is there, as version ${policyVersion} of the project’s policy says; or once an editor has decided, always with a reason. Evidence is weighed, not counted. Those who judged otherwise are named with their reasons under “Dissent”.`,
    ),
    ...labels.map(label => item(strong(titled(label)), `: ${labelMeanings[label]}`)),
    paragraph(
      "The labels have no order. A grade beside a source tells how reliable it is and how credible what it says.",
    ),
    paragraph(exportNamesSentences[head.names]),
    paragraph(logHeadSentence(head.logHead)),
    heading(2, "Contents"),
    ...(documents.length === 0
      ? [paragraph("No document was chosen.")]
      : documents.map((document, at) =>
          item(`${at + 1}. ${named(document.title)}${document.author.trim() && `, by ${document.author.trim()}`}`),
        )),
  ]
}

const titled = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** Gives the blocks of the parts, one after another. Documents, claims and footnotes are numbered through. */
export class ReportParts {
  readonly #head: ExportHead
  #documents = 0
  #claims = 0
  #notes = 0
  #points = codePointsOf("")

  constructor(head: ExportHead) {
    this.#head = head
  }

  blocks(part: ExportPart): readonly ReportBlock[] {
    const { document, first, last, claims, text } = part
    const blocks: ReportBlock[] = []
    if (first) {
      this.#documents += 1
      this.#claims = 0
      this.#points = codePointsOf(text)
      blocks.push(heading(2, `${this.#documents}. ${named(document.title)}`), ...provenance(document))
    }
    for (const claim of claims) blocks.push(...this.#claim(claim, part))
    if (part.trouble) return [...blocks, paragraph(strong(part.trouble))]
    if (last && this.#claims === 0)
      blocks.push(
        paragraph(
          this.#head.chosen.state === "vetted"
            ? "No claim of this text is vetted."
            : "No claim of this text was asked for.",
        ),
      )
    if (last) blocks.push(...leftOut(part))
    return blocks
  }

  #claim(claim: OutgoingClaim, part: ExportPart): readonly ReportBlock[] {
    const { documentId, language } = part.document
    this.#claims += 1
    const lines = evidenceLines(claim)
    const cited = lines.flatMap(({ of }) => of)
    const notes = new Map(cited.map(citation => [citation.id, ++this.#notes]))
    const place = `characters ${this.#points(claim.start)} to ${this.#points(claim.end)}`
    const address = `${this.#head.origin}/projects/${this.#head.projectId}/documents/${documentId}?unit=${claim.unitId}`
    return [
      heading(3, `Claim ${this.#documents}.${this.#claims}: ${verdictWord(claim.label)}`),
      this.#head.quotes
        ? { kind: "quote", text: claim.quote, language }
        : paragraph(`The passage at ${place} of the text.`),
      paragraph(strong(titled(verdictWord(claim.label))), `. ${verdictWords(claim, this.#head.policyVersion)}`),
      ...claim.decisions
        .filter(({ stands }) => !stands)
        .map(decision => paragraph(strong("Earlier decision"), `. ${formerWords(decision)}`)),
      ...annotationBlocks(
        "In agreement",
        claim.annotations.filter(({ agrees }) => agrees),
        notes,
      ),
      ...annotationBlocks(
        "Labels",
        claim.annotations.filter(({ agrees }) => agrees === null),
        notes,
      ),
      ...annotationBlocks(
        "Dissent",
        claim.annotations.filter(({ agrees }) => agrees === false),
        notes,
      ),
      ...evidence(lines, notes),
      ...(claim.flags.length === 0 ? [] : [paragraph(strong(`Flags (${claim.flags.length})`))]),
      ...claim.flags.map(flag => item(flagSentences(flag))),
      paragraph(`In the text at ${place}; ${address}${relations(claim)}`),
      ...cited.map(citation => ({
        kind: "footnote" as const,
        number: notes.get(citation.id)!,
        text: citationSentences(citation, part.notes.get(citation.id) ?? "", this.#head.sources).join(" "),
      })),
    ]
  }
}

function provenance(document: ExportedDocument): readonly ReportBlock[] {
  const facts = [
    ["Author", said(document.author)],
    ["Found at", said(document.foundAt)],
    ["Found on", said(document.foundOn)],
    ["Licence of the text", said(document.licence)],
    ["Language", document.language === "und" ? "not said" : document.language],
    ["Version of the text", `${document.number}, ${counted(document.words, "word")}, revision ${document.revision}`],
    ["SHA-256 of the text", document.sha256],
  ] as const
  return facts.map(([name, value]) => item(strong(name), `: ${value}`))
}

function verdictWords(
  { state, label, decision, verdictBy, said: uttered }: OutgoingClaim,
  policyVersion: number,
): string {
  const utterance = `${uttered === null ? "" : ` That the one it is ascribed to said it is judged apart: ${uttered}.`}${label && state === "blocked" ? ` ${noVerdictSentences.blocked}` : ""}`
  if (!label) {
    const ruled = decision ? ` A decision stands, for which evidence is missing: ${decisionWords(decision)}` : ""
    return `${noVerdictSentences[state]}${ruled}${utterance}`
  }
  if (!decision)
    return `${verdictBy === "policy" ? `Decided by version ${policyVersion} of the policy: enough reviewers say ${label}, and its evidence is there.` : "Decided by an editor."}${utterance}`
  return `Decided by ${decisionWords(decision)}${utterance}`
}

function decisionWords({ editor, at, how, follows, reason }: OutgoingDecision): string {
  const way = wayWords(
    how,
    follows.map(({ name }) => name),
  )
  return `${said(editor)} on ${day(at)}${way && `, ${way}`}. Reason: ${ended(said(reason))}`
}

function formerWords(decision: OutgoingDecision): string {
  const { label, endedBy, endedAt } = decision
  const end = [endedBy && `by ${said(endedBy.name)}`, endedAt && `on ${day(endedAt)}`].filter(Boolean).join(" ")
  return `${titled(label)}, by ${decisionWords(decision)} It stands no longer${end && `: reopened or replaced ${end}`}.`
}

function annotationBlocks(
  name: string,
  annotations: readonly OutgoingAnnotation[],
  notes: ReadonlyMap<string, number>,
): readonly ReportBlock[] {
  if (annotations.length === 0) return []
  return [
    paragraph(strong(`${name} (${annotations.length})`)),
    ...annotations.map(({ reviewer, label, confidence, said: uttered, blind, rationale }) => {
      const how = [
        label,
        `${confidence} confidence`,
        uttered && `that it was said: ${uttered}`,
        blind && "judged blind",
      ]
      const reasons = rationaleParagraphs(rationale, notes)
      return item(
        strong(said(reviewer)),
        `, ${how.filter(Boolean).join(", ")}. `,
        ...(reasons.length > 0 ? reasons : [asRun("No reason was written.")]),
      )
    }),
  ]
}

interface EvidenceLine {
  readonly name: string
  readonly of: readonly OutgoingCitation[]
}

/** Citations by what they bear on and by stance, in the order in which their footnotes are marked and numbered. */
const evidenceLines = ({ citations }: OutgoingClaim): readonly EvidenceLine[] =>
  bearings
    .flatMap(bearing =>
      stances.map(stance => ({
        name: (bearing === "so" ? stanceHeads : saidHeads)[stance],
        of: citations.filter(citation => citation.stance === stance && citation.bearsOn === bearing),
      })),
    )
    .filter(({ of }) => of.length > 0)

function evidence(lines: readonly EvidenceLine[], notes: ReadonlyMap<string, number>): readonly ReportBlock[] {
  if (lines.length === 0) return [paragraph(strong("Evidence"), ": nothing is cited.")]
  return lines.map(({ name, of }) =>
    paragraph(
      strong(name),
      `: ${counted(of.length, "citation")}`,
      ...of.map(({ id }, at) => ({ text: at === 0 ? "" : ", ", note: notes.get(id)! })),
    ),
  )
}

function relations({ sameAs, contradicts }: OutgoingClaim): string {
  const same = sameAs.length > 0 && ` Confirmed to say the same as ${counted(sameAs.length, "other claim")}.`
  const against = contradicts.length > 0 && ` Confirmed to be contradicted by ${counted(contradicts.length, "claim")}.`
  return `.${same || ""}${against || ""}`
}

function leftOut({ document, leftOut: claims }: ExportPart): readonly ReportBlock[] {
  const others = Object.entries(document.notClaims).filter(([, count]) => count > 0)
  return [
    heading(3, `Left out of ${named(document.title)}`),
    paragraph(
      claims.length === 0
        ? "No claim is left out."
        : `${titled(counted(claims.length, "claim"))} ${claims.length === 1 ? "is" : "are"} left out${claims.some(({ state }) => state === "vetted") ? "" : `, because ${claims.length === 1 ? "it is" : "they are"} not vetted`}:`,
    ),
    ...leftOutGroups(claims).map(({ why, claims: group }) => item(`${group.length}: ${why}`)),
    ...(others.length === 0
      ? []
      : [paragraph(`Passages that are not claims: ${others.map(([kind, count]) => `${count} ${kind}`).join(", ")}.`)]),
  ]
}

/** What stands after the last document: every cited source, and what derives from what. */
export function reportEnd({ sources, lineage }: ExportHead): readonly ReportBlock[] {
  const entries = [...sources.values()].map(source =>
    item((source.set || source.line).trim() || "A source without a title"),
  )
  const bibliography = entries.length > 0 ? entries : [paragraph("No source is cited.")]
  if (lineage.length === 0) return [heading(2, "Bibliography"), ...bibliography]
  return [
    heading(2, "Bibliography"),
    ...bibliography,
    heading(2, "Where sources come from"),
    paragraph("A source that derives from another is no witness of its own."),
    ...lineage.map(derivation => item(derivationSentence(derivation))),
  ]
}
