/** What a key does in the reading room, in the order of the help sheet. */
export const keyActions = [
  { key: "j", action: "next", words: "Next claim" },
  { key: "k", action: "previous", words: "Previous claim" },
  { key: "1", action: "documented", words: "Label it documented" },
  { key: "2", action: "disputed", words: "Label it disputed" },
  { key: "3", action: "speculative", words: "Label it speculative" },
  { key: "c", action: "cite", words: "Cite a source" },
  { key: "f", action: "flag", words: "Flag the claim, or what is selected" },
  { key: "m", action: "comment", words: "Comment on it" },
  { key: "x", action: "not-a-claim", words: "Not a claim, or a claim again" },
  { key: "s", action: "split", words: "Split the passage" },
  { key: "d", action: "divide", words: "Divide it into the sub-claims proposed" },
  { key: "b", action: "boundary", words: "Move its end" },
  { key: "g", action: "merge", words: "Merge it with the next passage" },
  { key: "u", action: "undo", words: "Undo your last change" },
  { key: "U", action: "redo", words: "Redo it" },
  { key: "/", action: "search", words: "Search the text" },
  { key: "?", action: "help", words: "Show these keys" },
] as const
export type KeyAction = (typeof keyActions)[number]["action"]

/** What a key does in the queue beside them. */
export const queueKeys = [
  { key: "n", action: "forward", words: "In the queue: go on to the next claim" },
  { key: "p", action: "skip", words: "In the queue: skip the claim" },
] as const

/** Whether a key press is for the page: not while somebody types, and not with Ctrl, Alt or Meta. */
export function isForPage(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return false
  const target = event.target instanceof HTMLElement ? event.target : null
  return !target?.closest(elsewhere)
}

/** Where a key means something else: where one types or chooses by letters, and in what lies over the page. */
const elsewhere =
  "input:not([type=radio], [type=checkbox], [type=button], [type=submit]), textarea, select, [contenteditable=true], [role=dialog], [role=alertdialog], [role=menu]"

/** The action of a key press, if it is one for the page. */
export const actionOf = (event: KeyboardEvent): KeyAction | null =>
  (isForPage(event) && keyActions.find(({ key }) => key === event.key)?.action) || null
