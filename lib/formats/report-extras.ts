import { claimsAskedFor } from "../domain/export-state.ts"
import { isFlagRule } from "../domain/flag.ts"
import { flagReasonWords } from "../domain/flag-words.ts"
import { leftOutChoiceSentences } from "../domain/left-out-passages.ts"
import { derivationWords } from "../domain/lineage.ts"
import type { OutgoingDerivation, OutgoingFlag } from "../domain/outgoing-claims.ts"
import { counted, ended } from "../domain/sentence-words.ts"
import type { ChosenClaims } from "./export-format.ts"

const day = (date: Date) => date.toISOString().slice(0, 10)
const said = (words: string) => words.trim() || "not said"

/** What a flag was raised for and what came of it, in sentences. */
export function flagSentences(flag: OutgoingFlag): string {
  const { reason, note, raisedBy, raisedAt, answer, answeredBy, answeredAt } = flag
  const by = raisedBy ? `flagged by ${said(raisedBy.name)}` : isFlagRule(reason) ? "found by a rule" : "flagged"
  const raised = `${flagReasonWords[reason]}, ${by} on ${day(raisedAt)}${note.trim() ? `: ${ended(note.trim())}` : "."}`
  if (flag.status === "open") return `${raised} Not answered yet.`
  const who = [answeredBy && `by ${said(answeredBy.name)}`, answeredAt && `on ${day(answeredAt)}`].filter(Boolean)
  return `${raised} Answered ${who.join(" ")}${answer.trim() ? `: ${ended(answer.trim())}` : "."}`
}

/** That a source derives from another, in a sentence. */
export const derivationSentence = ({ derived, origin, how, note }: OutgoingDerivation): string =>
  `“${said(derived)}” ${derivationWords[how]} “${said(origin)}”.${note.trim() ? ` ${ended(note.trim())}` : ""}`

/** Which claims were asked for, in a sentence; empty when it was all that are vetted. */
export function chosenSentence(
  { state, documentId, label, dissent, search, leaveOut }: ChosenClaims,
  documents: number,
): string {
  const without = leaveOut && leftOutChoiceSentences[leaveOut]
  const asked = [
    documentId && `of ${counted(documents, "text")} alone`,
    label && `with the label ${label}`,
    dissent === "with" && "from which a reviewer dissents",
    dissent === "without" && "from which no reviewer dissents",
    search && `with the words “${search}”`,
  ].filter(Boolean)
  if (asked.length > 0)
    return spaced(
      `It holds only ${claimsAskedFor[state]} ${asked.join(", ")}; others are not counted as left out.`,
      without,
    )
  return spaced(state === "vetted" ? "" : `It holds ${claimsAskedFor[state]}.`, without)
}

const spaced = (...sentences: readonly (string | null)[]) => sentences.filter(Boolean).join(" ")
