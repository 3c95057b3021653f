import { levelled } from "../domain/place-quote.ts"
import { spanOf } from "./json-parts.ts"
import { addRemark, Gathered, type Markings, type OffsetUnit } from "./marked-file.ts"
import { otherUnit, spansIn, unitWords } from "./own-words.ts"

/** A document of brat: its annotations, and its text when that came with them. */
export interface BratDocument {
  readonly name: string
  readonly annotations: string
  readonly text: string | null
  /** The hash of the text, when something beside it tells. */
  readonly sha256: string | null
}

/** Whether a text is standoff annotation: a line of it is an entity. */
export const isBrat = (text: string): boolean => /^T\d+\t\S+ \d+ \d+(;\d+ \d+)*\t/m.test(text)

/**
 * The entities of brat's standoff files, with what its annotators noted. Positions count code points, unless whoever
 * imports says otherwise. An entity in several pieces is the passage from the first to the last of them.
 */
export function readBrat(documents: readonly BratDocument[], chosen: OffsetUnit | null): Markings {
  const found = new Gathered()
  for (const document of documents) readDocument(found, document, documents.length > 1, chosen)
  return found
}

interface Entity {
  readonly at: string
  readonly label: string
  readonly pieces: readonly { readonly start: number; readonly end: number }[]
  readonly words: string
}

const elsewhere: Readonly<Record<string, string>> = {
  R: "A relation has no place here and is left out.",
  E: "An event has no place here and is left out.",
  N: "A reference to another resource has no place here and is left out.",
  "*": "An equivalence has no place here and is left out.",
}

function readDocument(found: Gathered, document: BratDocument, named: boolean, chosen: OffsetUnit | null): void {
  const { name, annotations, sha256 } = document
  // A text of nothing but such signs is one whose words may not be passed on.
  const text = document.text === null || /^_*$/.test(document.text) ? null : document.text
  found.text({ key: name, name, ids: [], sha256, text })
  const entities = new Map<string, Entity>()
  const notes = new Map<string, string>()
  for (const [index, line] of annotations.split("\n").entries()) {
    const at = `${named ? `${name}.ann, ` : ""}line ${index + 1}`
    const [id = "", head = "", words = ""] = line.replace(/\r$/, "").split("\t")
    const entity = id.startsWith("T") ? entityOf(head) : null
    const [kind, about = ""] = head.split(" ")
    if (entity) entities.set(id, { at, ...entity, words })
    else if (id.startsWith("#") && kind !== "" && about !== "") addRemark(notes, about, words)
    else if (elsewhere[id[0] ?? ""]) found.trouble(at, elsewhere[id[0]!]!)
    else if (id !== "" && !/^[AM]\d+$/.test(id))
      found.trouble(
        at,
        "This is no line of brat: an entity is written as T1, a tab, its type and positions, a tab, its words.",
      )
  }
  const place = placing(text, chosen)
  for (const [id, entity] of entities) {
    const placed = place(entity)
    if ("why" in placed) found.trouble(entity.at, placed.why)
    else
      found.passage({
        ...{ at: entity.at, of: name, ...placed, prefix: "", suffix: "" },
        ...{ label: entity.label, text: notes.get(id) ?? "", by: "" },
      })
  }
}

function entityOf(head: string): Pick<Entity, "label" | "pieces"> | null {
  const [, label, places] = /^(\S+) (\d+ \d+(?:;\d+ \d+)*)$/.exec(head) ?? []
  if (label === undefined || places === undefined) return null
  const pieces = places.split(";").map(piece => {
    const [start, end] = piece.split(" ")
    return spanOf(start, end)
  })
  return pieces.every(piece => piece !== null) ? { label, pieces } : null
}

/** Finds entities in the text that came with them, where their words have to stand. */
function placing(text: string | null, chosen: OffsetUnit | null) {
  const unit = chosen ?? "code-points"
  const spanAt = text === null ? null : spansIn(text)
  return ({ pieces, words }: Entity) => {
    const position = { start: pieces[0]!.start, end: pieces.at(-1)!.end, unit }
    const masked = /^[_ ]*$/.test(words)
    if (text === null || !spanAt) {
      if (pieces.length > 1 && !masked)
        return { why: "It is in several pieces, which can't be found without its text. Send the .txt file along." }
      return { position, quote: masked ? null : words }
    }
    const wordsIn = (by: OffsetUnit) =>
      pieces
        .map(piece => spanAt(piece, by))
        .map(span => (span ? levelled(text.slice(span.start, span.end)) : null))
        .join(" ")
    const alike = (by: OffsetUnit) => wordsIn(by).replaceAll("\n", " ") === levelled(words).replaceAll("\n", " ")
    const fits = alike(unit) ? unit : alike(otherUnit[unit]) ? otherUnit[unit] : null
    const span = fits && spanAt(position, fits)
    if (span) return { position, quote: text.slice(span.start, span.end) }
    const counted = `counted in ${unitWords[unit]} or in ${unitWords[otherUnit[unit]]}`
    if (pieces.length > 1) return { why: `Its words do not stand at its positions in the text, ${counted}.` }
    return { position, quote: words }
  }
}
