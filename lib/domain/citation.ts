/** How a source bears on a claim. "repeats" is a source that merely passes on another's word. */
export const stances = ["supports", "disputes", "mentions", "repeats"] as const
export type Stance = (typeof stances)[number]

/** CSL's locator terms that occur in this kind of work, archival parts included. */
export const locatorLabels = [
  "page",
  "chapter",
  "section",
  "paragraph",
  "line",
  "note",
  "volume",
  "issue",
  "folio",
  "column",
  "timestamp",
  "url-fragment",
  "other",
] as const
export type LocatorLabel = (typeof locatorLabels)[number]

/** What the source is for this claim. */
export const ranks = ["primary", "secondary", "tertiary"] as const
export type Rank = (typeof ranks)[number]

/** How near the source's author stood to what the claim tells. */
export const directnesses = [
  "contemporaneous-record",
  "eyewitness",
  "recollection",
  "hearsay",
  "later-analysis",
] as const
export type Directness = (typeof directnesses)[number]
