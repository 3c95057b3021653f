/** A page that begins at a place of the text, or a note that is called there. */
export interface TextMark {
  readonly kind: "page" | "note"
  readonly at: number
  readonly label: string
  /** How the note begins; empty for a page. */
  readonly words: string
  /** Where the note's own words begin. */
  readonly leadsTo?: number
}

/** The mark as it stands in the text. Its label is drawn by the style sheet, so that it is no part of what is copied. */
export function markElement({ kind, label, words, leadsTo }: TextMark): HTMLElement {
  const made = document.createElement("span")
  made.className = `text-mark ${kind}`
  made.dataset["label"] = label
  made.setAttribute("role", "note")
  made.setAttribute("aria-label", kind === "page" ? `Page ${label}` : `Note ${label}: ${words}`)
  made.title = kind === "page" ? `Page ${label}` : words
  if (leadsTo !== undefined) made.dataset["leadsTo"] = String(leadsTo)
  return made
}
