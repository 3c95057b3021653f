import type { Label } from "./label.ts"
import type { NoticeKind } from "./notice.ts"
import { passagePath } from "./passage-path.ts"
import { quoted } from "./sentence-words.ts"

/** What a notice is about, in the names that its reader may see. */
export interface NoticeWords {
  readonly kind: NoticeKind
  readonly actor: string
  readonly project: string
  readonly document: string | null
  readonly source: string | null
  readonly flagId: string | null
  /** How many claims; null for one. */
  readonly count: number | null
  /** Of a decision: its label, and the one that the reader had given before it, if any. */
  readonly decided: Label | null
  readonly own: Label | null
}

const sentences: { readonly [K in NoticeKind]: (notice: NoticeWords) => string } = {
  mentioned: notice => `${notice.actor} mentioned you in the discussion of ${subject(notice)}.`,
  answered: notice => `${notice.actor} wrote in the discussion of ${subject(notice)}.`,
  assigned: notice => `${notice.actor} assigned you ${claims(notice)}${inDocument(notice)}.`,
  contested: notice =>
    `${notice.actor} disagrees with your label of ${claims(notice)}${inDocument(notice)}: ${are(notice, "contested")} now.`,
  "flag-answered": notice => `${notice.actor} answered your flag${inDocument(notice)}.`,
  "flag-assigned": notice =>
    `${notice.actor} asked you to deal with ${notice.count === null || notice.count === 1 ? "a flag" : `${notice.count} flags`}${inDocument(notice)}.`,
  "verdict-reopened": notice =>
    `The verdict that you gave on ${claims(notice)}${inDocument(notice)} fell after a change by ${notice.actor}.`,
  decided: notice =>
    `${notice.actor} decided ${notice.own ? "on a claim that you labelled" : "again on a claim that you had decided"}${inDocument(notice)}${outcome(notice)}`,
  "decision-reopened": notice => `${notice.actor} reopened a decision on a claim of yours${inDocument(notice)}.`,
  "decision-answered": notice => `${notice.actor} answered your decision on a claim${inDocument(notice)}.`,
  asked: notice => `${notice.actor} asks you about a claim that you labelled${inDocument(notice)}.`,
  "question-answered": notice => `${notice.actor} answered your question about a claim${inDocument(notice)}.`,
}

/** What became of the reader's own label. */
function outcome({ decided, own }: NoticeWords): string {
  if (!decided) return "."
  if (!own) return `: ${decided}.`
  return own === decided ? `: ${decided}, as you said.` : `: ${decided}. Your label, ${own}, is kept as dissent.`
}

const claims = ({ count }: NoticeWords) => (count === null || count === 1 ? "a claim" : `${count} claims`)
const are = ({ count }: NoticeWords, what: string) =>
  count === null || count === 1 ? `it is ${what}` : `they are ${what}`
const inDocument = ({ document }: NoticeWords) => (document === null ? "" : ` in ${quoted(document)}`)

function subject(notice: NoticeWords): string {
  if (notice.source !== null) return `the source ${quoted(notice.source)}`
  return `${notice.flagId ? "a flag" : "a passage"}${inDocument(notice)}`
}

/** What a notice says to the person whom it concerns, without anything of what was said. */
export const noticeSentence = (notice: NoticeWords): string => sentences[notice.kind](notice)

/** What leads to the place where a claim is decided: there its decisions, labels and discussion are side by side. */
const atDesk: ReadonlySet<NoticeKind> = new Set([
  "decided",
  "decision-reopened",
  "decision-answered",
  "question-answered",
])

/** Where a notice leads: the passage, flag or source, and the thread on it. */
export function noticePath(place: {
  readonly kind: NoticeKind
  readonly projectId: string
  readonly documentId: string | null
  /** The unit that still stands. */
  readonly unitId: string | null
  /** Where in the text it is about. */
  readonly start: number | null
  /** The older version that it stands in, when the current text does not have it, and what of it can be placed. */
  readonly behind: number | null
  readonly lostId: string | null
  readonly flagId: string | null
  readonly sourceId: string | null
  readonly threadId: string | null
}): string {
  const project = `/projects/${place.projectId}`
  const thread = place.threadId ? `#thread-${place.threadId}` : ""
  if (place.kind === "assigned") return `${project}/queue`
  if (place.kind === "flag-assigned") return `${project}/flags?view=mine`
  if (place.sourceId) return `${project}/sources/${place.sourceId}${thread}`
  if (!place.documentId) return project
  const { documentId, behind } = place
  if (behind !== null) return `${project}${passagePath({ ...place, documentId })}`
  if (place.unitId && atDesk.has(place.kind)) return `${project}/contested/${place.unitId}${thread || "#decision"}`
  return `${project}${passagePath({ ...place, documentId })}${thread || (place.flagId ? "#flags" : "")}`
}
