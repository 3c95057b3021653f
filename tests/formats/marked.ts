import type { OffsetUnit } from "../../lib/formats/marked-file.ts"
import { type OwnText, placePassages, textsOfOurs } from "../../lib/formats/place-passages.ts"
import { type MarkedFile, readPreAnnotations } from "../../lib/formats/read-pre-annotations.ts"

export const bytes = (text: string) => new TextEncoder().encode(text)

/** Everything that files mark; throws why they can't be read. */
export function read(
  files: readonly (readonly [string, string | Uint8Array])[],
  chosen: OffsetUnit | null = null,
): MarkedFile {
  const named = files.map(([name, content]) => ({
    name,
    bytes: typeof content === "string" ? bytes(content) : content,
  }))
  const found = readPreAnnotations(named, chosen)
  if (!found.ok) throw new Error(JSON.stringify(found.failure))
  return found.value
}

/** What of a file stands where in a text: the words, the label, and what is noted; and what does not fit. */
export function placedIn(file: MarkedFile, text: string, known: Partial<OwnText> = {}) {
  const ours = { documentId: "d", title: "A text", foundAt: "", sha256: "0".repeat(64), text, ...known }
  const steps = placePassages(file, textsOfOurs(file.texts, ours), ours)
  for (;;) {
    const step = steps.next()
    if (!step.done) continue
    const { placed, troubles } = step.value
    return { placed, troubles: [...file.troubles, ...troubles] }
  }
}

export const wordsOf = (text: string, { placed }: ReturnType<typeof placedIn>) =>
  placed.map(({ start, end, label, note }) => [text.slice(start, end), label, ...(note ? [note] : [])])

/** A text with a character of several code units, and words that stand in several places. */
export const text = "He met 👩‍🚀 the envoy in 1938. The envoy left in 1939. The envoy left in 1940."
export const at = (words: string, from = 0) => {
  const start = text.indexOf(words, from)
  return { start, end: start + words.length }
}
export const points = ({ start, end }: { start: number; end: number }) => ({
  start: [...text.slice(0, start)].length,
  end: [...text.slice(0, end)].length,
})
