import type { NoticeKind } from "./notice.ts"
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

/** Where a notice leads: the passage, flag or source, and the thread on it. */
export function noticePath(place: {
  readonly kind: NoticeKind
  readonly projectId: string
  readonly documentId: string | null
  /** The unit that still stands. */
  readonly unitId: string | null
  /** Where in the text it is about. */
  readonly start: number | null
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
  const at = place.unitId ? `?unit=${place.unitId}` : place.start === null ? "" : `?at=${place.start}`
  return `${project}/documents/${place.documentId}${at}${thread || (place.flagId ? "#flags" : "")}`
}
