import type { LocatorLabel, Stance } from "./citation.ts"

const locatorWords: Record<LocatorLabel, string> = {
  page: "p.",
  chapter: "ch.",
  section: "sec.",
  paragraph: "par.",
  line: "line",
  note: "note",
  volume: "vol.",
  issue: "no.",
  folio: "fol.",
  column: "col.",
  timestamp: "at",
  "url-fragment": "#",
  other: "",
}

/** "p. 12": where in a source something stands, or nothing when no place was given. */
export const locatorLine = (label: LocatorLabel, locator: string): string => {
  if (locator === "") return ""
  const word = locatorWords[label]
  return label === "url-fragment" ? `#${locator.replace(/^#/, "")}` : [word, locator].filter(Boolean).join(" ")
}

/** "supports: Volkogonov. Stalin. 1989, p. 12: “…” (its note)" in one plain line. */
export function citationLine(
  citation: {
    readonly stance: Stance
    readonly locatorLabel: LocatorLabel
    readonly locator: string
    readonly quotation: string
    readonly note: string
  },
  source: string,
): string {
  const place = [source, locatorLine(citation.locatorLabel, citation.locator)].filter(Boolean).join(", ")
  const quotation = citation.quotation && `: “${citation.quotation}”`
  const note = citation.note && ` (${citation.note})`
  return `${citation.stance}: ${place}${quotation}${note}`.replaceAll(/\s*[\n\r\u2028\u2029]\s*/g, " ")
}
