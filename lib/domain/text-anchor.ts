/**
 * What a file says of its text beside the words, each at a position in UTF-16 code units. A page begins at `at`. A note is
 * called at `at`, just behind the words that it is about, and its own words stand at `[start, end)`. What lies in an
 * aside stood around the text in the file: menus, running heads, footers.
 */
export type TextAnchor =
  | { readonly kind: "page"; readonly at: number; readonly label: string }
  | { readonly kind: "note"; readonly at: number; readonly label: string; readonly start: number; readonly end: number }
  | { readonly kind: "aside"; readonly start: number; readonly end: number; readonly label: string }
