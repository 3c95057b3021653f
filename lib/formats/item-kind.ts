import type { SourceKind } from "../domain/source.ts"

const kinds: Readonly<Record<string, SourceKind>> = {
  "article-journal": "scholarly",
  "paper-conference": "scholarly",
  review: "scholarly",
  "review-book": "scholarly",
  thesis: "scholarly",
  "article-newspaper": "press",
  "article-magazine": "press",
  "entry-encyclopedia": "reference-work",
  "entry-dictionary": "reference-work",
  interview: "interview",
  webpage: "web-page",
  post: "web-page",
  "post-weblog": "web-page",
}

const memoir =
  /(?<!\p{L})(?:memoirs?|reminiscences|recollections|autobiography|воспоминани[яей]|мемуар(?:ы|ов)|записки|дневник)(?!\p{L})/iu

/**
 * The kind that a form of CSL and a title speak for. What lies in an archive is a record of it. A book says nothing of
 * what it is, unless its title calls it memoirs, and the note says so.
 */
export function kindOf(
  type: string,
  title: string,
  inArchive: boolean,
): { readonly kind: SourceKind; readonly note: string | null } {
  if (inArchive) return { kind: "archival-record", note: null }
  const kind = kinds[type]
  if (kind) return { kind, note: null }
  if (memoir.test(title)) return { kind: "memoir", note: "Taken for a memoir because of its title." }
  return { kind: "other", note: "Its form does not say what kind of source it is: choose one." }
}
