const prefix = /^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s*|doi\s+)/i
const bare = /^10\.\d{4,9}(?:\.\d+)*\/\S+$/
const within = /(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|\bdoi:?\s*)?\b10\.\d{4,9}(?:\.\d+)*\/[^\s"<>«»“”]+/gi

/** The DOI that a text is, with or without "doi:" or its address, else null. ISO 26324; the case is kept as written. */
export function doiOf(text: string): string | null {
  const written = text.trim().replace(prefix, "")
  const doi = /^https?:/i.test(text.trim()) ? decoded(written) : written
  return bare.test(doi) ? doi : null
}

/** The DOIs that stand in a line, each with where it stands, its prefix included and punctuation after it not. */
export function doisIn(
  line: string,
): readonly { readonly doi: string; readonly start: number; readonly end: number }[] {
  return [...line.matchAll(within)].flatMap(found => {
    const text = withoutPunctuation(found[0])
    const doi = doiOf(text)
    return doi === null ? [] : [{ doi, start: found.index, end: found.index + text.length }]
  })
}

/** Two DOIs are the same when these are: their letters have no case (ISO 26324). */
export const doiKey = (doi: string): string => doi.replaceAll(/[A-Z]+/g, letters => letters.toLowerCase())

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Cuts off what a sentence puts after an address: punctuation, and brackets that were not opened in it. */
export function withoutPunctuation(text: string): string {
  let end = text.length
  for (; end > 0; end -= 1) {
    const last = text[end - 1]!
    if (/[.,;:!?'’]/.test(last)) continue
    const opened = last === ")" ? "(" : last === "]" ? "[" : null
    if (opened === null) break
    const kept = text.slice(0, end)
    if (kept.split(opened).length >= kept.split(last).length) break
  }
  return text.slice(0, end)
}
