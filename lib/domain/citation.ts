/** How a source bears on a claim. "repeats" is a source that merely passes on another's word. */
export const stances = ["supports", "disputes", "mentions", "repeats"] as const
export type Stance = (typeof stances)[number]

/**
 * The stances as properties of the Citation Typing Ontology, said of the claim: it is supported, disputed, discussed or
 * passed on by the source. Source: CiTO 2.8, http://purl.org/spar/cito.
 */
export const citoTerms: Readonly<Record<Stance, string>> = {
  supports: "http://purl.org/spar/cito/isSupportedBy",
  disputes: "http://purl.org/spar/cito/isDisputedBy",
  mentions: "http://purl.org/spar/cito/isDiscussedBy",
  repeats: "http://purl.org/spar/cito/providesAssertionFor",
}

/** What a citation bears on: whether what the claim says is so, or whether the one it is ascribed to said it. */
export const bearings = ["so", "said"] as const
export type Bearing = (typeof bearings)[number]

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
