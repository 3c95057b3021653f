import { addressesIn } from "./web-address.ts"

/** How long a comment may be, in UTF-16 code units, mentions as they are stored. */
export const longestComment = 10_000

const token = /@\[([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\]/gi

/** A stretch of a comment: plain words, somebody who is mentioned, or the address of a page. */
export type CommentPiece =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "mention"; readonly id: string }
  | { readonly kind: "link"; readonly address: string }

/**
 * What a stored comment consists of, in its order. A mention is stored as `@[id]`, so that it stays with the person
 * whatever they are called; only http and https addresses without a password are links. The pieces' words together
 * are the comment's.
 */
export function commentPieces(text: string): readonly CommentPiece[] {
  const pieces: CommentPiece[] = []
  let from = 0
  for (const found of text.matchAll(token)) {
    pieces.push(...wordsAndLinks(text.slice(from, found.index)), { kind: "mention", id: found[1]!.toLowerCase() })
    from = found.index + found[0].length
  }
  return [...pieces, ...wordsAndLinks(text.slice(from))]
}

function wordsAndLinks(text: string): readonly CommentPiece[] {
  const pieces: CommentPiece[] = []
  const words = (start: number, end: number) => {
    if (end > start) pieces.push({ kind: "words", text: text.slice(start, end) })
  }
  let from = 0
  for (const { address, start, end } of addressesIn(text)) {
    words(from, start)
    pieces.push({ kind: "link", address })
    from = end
  }
  words(from, text.length)
  return pieces
}

/** The ids of who is mentioned, each once, in the order of the text. */
export const mentionsIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(token)].map(([, id]) => id!.toLowerCase())),
]

/** The comment with other ids in its mentions. */
export const withMentions = (text: string, idOf: (id: string) => string): string =>
  text.replace(token, (_, id: string) => `@[${idOf(id.toLowerCase())}]`)

/** Somebody who can be mentioned, under a name that nobody else in the project has. */
export interface Mentionable {
  readonly id: string
  readonly name: string
}

/** A stored comment as it is typed: with names for mentions. Somebody who is not in `people` stays a token. */
export function typedComment(text: string, people: readonly Mentionable[]): string {
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return text.replace(token, (whole, id: string) => {
    const name = names.get(id.toLowerCase())
    return name === undefined ? whole : `@${name}`
  })
}

/**
 * A typed comment as it is stored: each `@` that begins a word and is followed by a whole name becomes a mention, the
 * longest name first. What follows a name must not go on the word, so that “@Annette” mentions no Ann.
 */
export function storedComment(typed: string, people: readonly Mentionable[]): string {
  const byLength = [...people].sort((a, b) => b.name.length - a.name.length)
  let stored = ""
  for (let at = 0; at < typed.length; ) {
    const person = beginsWord(typed, at) && byLength.find(({ name }) => isNameAt(typed, at + 1, name))
    stored += person ? `@[${person.id}]` : typed[at]
    at += person ? person.name.length + 1 : 1
  }
  return stored
}

const beginsWord = (text: string, at: number) =>
  text[at] === "@" && !/[\p{L}\p{N}_]$/u.test(text.slice(Math.max(0, at - 2), at))

const isNameAt = (text: string, at: number, name: string) =>
  text.startsWith(name, at) && !/^[\p{L}\p{N}_]/u.test(text.slice(at + name.length, at + name.length + 2))

/** What stands between an `@` and the caret, when somebody is being mentioned there; null when nobody is. */
export function mentionBegun(typed: string, caret: number): { readonly at: number; readonly query: string } | null {
  const before = typed.slice(0, caret)
  const at = before.lastIndexOf("@")
  if (at < 0 || !beginsWord(typed, at)) return null
  const query = before.slice(at + 1)
  return query.length > 60 || /[\n@]/.test(query) || /\s\s|^\s/.test(query) ? null : { at, query }
}

/** Names that tell people apart: whoever shares a name gets a number behind it, in the order of the list. */
export function toldApart<P extends Mentionable>(people: readonly P[]): readonly P[] {
  const taken = new Set(people.map(({ name }) => name))
  const seen = new Map<string, number>()
  return people.map(person => {
    let count = (seen.get(person.name) ?? 0) + 1
    while (count > 1 && taken.has(`${person.name} (${count})`)) count++
    seen.set(person.name, count)
    return count === 1 ? person : { ...person, name: `${person.name} (${count})` }
  })
}
