import { isObject, type JsonObject, objectOf, spanOf, stringOf } from "./json-parts.ts"
import { Gathered, type Markings, type OffsetUnit } from "./marked-file.ts"
import { ownWords } from "./own-words.ts"

/** A record of doccano: its text under one of two names, its spans under one of three. */
export const isDoccano = (record: unknown): record is JsonObject =>
  isObject(record) &&
  typeof (record["text"] ?? record["data"]) === "string" &&
  (["label", "labels", "entities"].some(key => Array.isArray(record[key])) || isObject(record["meta"]))

/** A record with where it stands in its file. */
export interface PlacedRecord {
  readonly at: string
  readonly record: unknown
}

/**
 * The labelled spans of doccano's records (sequence labelling): `label` or `labels` as [start, end, label], or `entities`
 * with offsets by name. doccano counts UTF-16 code units, unless `meta.offsets` or whoever imports says otherwise. It
 * gives no words, so that they are taken from the text of the record.
 */
export function readDoccano(records: readonly PlacedRecord[], chosen: OffsetUnit | null): Markings {
  const found = new Gathered()
  for (const [number, { at, record }] of records.entries()) {
    if (isDoccano(record)) readRecord(found, `record ${number + 1}`, at, record, chosen)
    else found.trouble(at, "This is no record of doccano: it has no text with spans.")
  }
  return found
}

function readRecord(found: Gathered, key: string, at: string, record: JsonObject, chosen: OffsetUnit | null) {
  const meta = objectOf(record["meta"])
  const told = stringOf(meta["offsets"])
  const unit = chosen ?? (/code ?points?/i.test(told) ? "code-points" : "utf-16")
  const text = stringOf(record["text"] ?? record["data"])
  const of = `${key} ${stringOf(meta["document"])}`.trim()
  const name = stringOf(meta["title"]) || stringOf(record["filename"]) || key
  const ids = [stringOf(meta["document"]), stringOf(meta["foundAt"])]
  found.text({ key: of, name, ids, sha256: stringOf(meta["sha256"]) || null, text: text === "" ? null : text })
  const wordsAt = ownWords(text, chosen !== null || told !== "")
  const spans = Object.entries(objectOf({ ...record, spans: meta["spans"] }))
    .filter(([name]) => ["label", "labels", "entities", "spans"].includes(name))
    .flatMap(([, list]) => (Array.isArray(list) ? (list as unknown[]) : []))
  for (const [index, entry] of spans.entries()) {
    const place = `${at}, span ${index + 1}`
    const read = spanWithLabel(entry)
    if (typeof read === "string") found.trouble(place, read)
    else {
      const words = text === "" ? null : wordsAt(read.span, unit)
      if (words && !words.ok) found.trouble(place, words.why)
      else
        found.passage({
          ...{ at: place, of, position: { ...read.span, unit }, quote: words && words.words },
          ...{ prefix: "", suffix: "", label: read.label, text: "", by: "" },
        })
    }
  }
  if (Array.isArray(record["relations"]) && record["relations"].length > 0)
    found.trouble(at, "Its relations between spans have no place here and are left out.")
}

function spanWithLabel(entry: unknown) {
  if (typeof entry === "string") return `The label “${entry.slice(0, 50)}” is for the whole text and marks no passage.`
  const named = objectOf(entry)
  const [start, end, label] = Array.isArray(entry)
    ? (entry as unknown[])
    : [named["start_offset"] ?? named["start"], named["end_offset"] ?? named["end"], named["label"]]
  const span = spanOf(start, end)
  return span ? { span, label: stringOf(label) } : "It has no start and end that a passage can have."
}
