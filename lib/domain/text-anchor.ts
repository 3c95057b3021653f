/**
 * What a file says of its text beside the words, each at a position in UTF-16 code units. A page begins at `at`. A note is
 * called at `at`, just behind the words that it is about, and its own words stand at `[start, end)`. What lies in an
 * aside stood around the text in the file: menus, running heads, footers.
 */
export type TextAnchor =
  | { readonly kind: "page"; readonly at: number; readonly label: string }
  | { readonly kind: "note"; readonly at: number; readonly label: string; readonly start: number; readonly end: number }
  | { readonly kind: "aside"; readonly start: number; readonly end: number; readonly label: string }

/** The page on which a position lies, or null when the text has no pages or begins before the first of them. */
export function pageAt(anchors: readonly TextAnchor[], at: number): string | null {
  let label: string | null = null
  for (const anchor of anchors) if (anchor.kind === "page" && anchor.at <= at) label = anchor.label
  return label
}
