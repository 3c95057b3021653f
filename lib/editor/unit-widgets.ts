import type { MarginNote } from "./text-view.ts"

/** The button before a folded run of units. */
export function foldButton(id: string, words: string): HTMLElement {
  const made = document.createElement("button")
  made.type = "button"
  made.className = "fold"
  made.textContent = words
  made.dataset["fold"] = id
  return made
}

/** What the margin says beside a unit. */
export function noteElement(note: MarginNote, unitId: string): HTMLElement {
  const made = document.createElement("span")
  made.className = `margin-note ${note.kind}`
  made.dataset["note"] = unitId
  const title = document.createElement("b")
  title.textContent = note.kind === "flag" ? `⚑ ${note.title}` : note.title
  made.append(title, note.words)
  return made
}
