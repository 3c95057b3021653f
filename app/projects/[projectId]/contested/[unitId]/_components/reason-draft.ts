import { listed } from "../../../../../../lib/domain/sentence-words.ts"
import type { Annotator } from "./annotators.ts"

/** What a reason begins with that follows these people: their names, and their own reasons to be worked on. */
export function reasonDraft(followed: readonly Annotator[]): string {
  const said = followed.map(({ reviewer, rationaleText }) => ({ reviewer, text: rationaleText.trim() }))
  const [one] = said
  if (!one) return ""
  if (said.length === 1) return one.text ? `With ${one.reviewer}: ${one.text}` : `With ${one.reviewer}.`
  const reasons = said.flatMap(({ reviewer, text }) => (text ? [`${reviewer}: ${text}`] : []))
  return [`With ${listed(said.map(({ reviewer }) => reviewer))}.`, ...reasons].join("\n\n")
}
