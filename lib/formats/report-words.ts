import { admiralty } from "../domain/admiralty.ts"
import type { Stance } from "../domain/citation.ts"
import { locatorLine } from "../domain/citation-line.ts"
import { credibilityWords, reliabilityWords } from "../domain/grade.ts"
import type { Label } from "../domain/label.ts"
import type { OutgoingCitation } from "../domain/outgoing-claims.ts"
import { ended } from "../domain/sentence-words.ts"
import type { ExportedSource } from "./export-format.ts"

/** What each label means, for somebody who never saw the tool. */
export const labelMeanings: Readonly<Record<Label, string>> = {
  documented: "The evidence that was found supports the claim, and no evidence that counts stands against it.",
  disputed: "The evidence conflicts: sources, or the reasons that reviewers gave, stand on both sides.",
  speculative: "The evidence that it would need was not found. That does not make it false.",
}

/** What each stance is called at the head of its citations. */
export const stanceHeads: Readonly<Record<Stance, string>> = {
  supports: "Evidence for",
  disputes: "Evidence against",
  mentions: "Mentioned in",
  repeats: "Repeated without evidence of its own in",
}

/** The same when it bears on whether the claim was said by the one that it is ascribed to. */
export const saidHeads: Readonly<Record<Stance, string>> = {
  supports: "Evidence that it was said",
  disputes: "Evidence that it was not said",
  mentions: "What was said is mentioned in",
  repeats: "What was said is repeated in",
}

const plain = (value: string) => value.replaceAll("-", " ")

/** What a citation has to say, in sentences: the note, the source's words, what it is worth and where it was seen. */
export function citationSentences(
  citation: OutgoingCitation,
  set: string,
  sources: ReadonlyMap<string, ExportedSource>,
): readonly string[] {
  const source = sources.get(citation.sourceId)
  const place = [source?.set || source?.line, locatorLine(citation.locatorLabel, citation.locator)]
  const through = citation.throughId === null ? undefined : sources.get(citation.throughId)
  const kind = [citation.rank && `${citation.rank} source`, citation.directness && plain(citation.directness)]
  const worth = kind.filter(Boolean).join(", ")
  return [
    set.trim() || place.filter(Boolean).join(", "),
    citation.quotation && `“${citation.quotation}”`,
    worth && worth.charAt(0).toUpperCase() + worth.slice(1),
    gradeSentence(citation, source),
    citation.throughId !== null &&
      (through
        ? `Not seen itself, but through: ${through.set || through.line}`
        : "Not seen itself, but through another work"),
    citation.note && `Remark: ${citation.note}`,
    citation.takenOn && `Kept as a snapshot of ${citation.takenOn}, SHA-256 ${citation.snapshotSha256 ?? "unknown"}`,
    `Cited by ${citation.author}`,
  ].flatMap(words => (words ? [ended(words.trim())] : []))
}

/** "Admiralty grade B2: usually reliable; probably true." */
function gradeSentence({ credibility }: OutgoingCitation, source: ExportedSource | undefined): string {
  const reliability = source?.reliability ?? null
  const words = [reliability && reliabilityWords[reliability], credibility && credibilityWords[credibility]]
  const said = words.flatMap(word => (word ? [word.toLowerCase()] : []))
  return said.length === 0 ? "" : `Admiralty grade ${admiralty(reliability, credibility)}: ${said.join("; ")}`
}
