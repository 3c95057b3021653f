import { isObject, type JsonObject, listOf, objectOf, stringOf, stringsOf } from "./json-parts.ts"
import { Gathered, type Markings, type OffsetUnit } from "./marked-file.ts"
import type { PlacedRecord } from "./read-doccano.ts"
import { selected } from "./selectors.ts"

/** An annotation as the service of Hypothesis gives and takes it. */
export const isHypothesis = (record: unknown): record is JsonObject =>
  isObject(record) && typeof record["uri"] === "string" && record["motivation"] === undefined && !("@context" in record)

/**
 * Annotations of Hypothesis, as its service exports them. Each tag is a label. Positions count UTF-16 code units and are
 * those of the page that was annotated, so that it is mostly the quote that finds the place.
 */
export function readHypothesis(records: readonly PlacedRecord[], chosen: OffsetUnit | null): Markings {
  const found = new Gathered()
  for (const { at, record } of records) {
    if (isHypothesis(record)) readAnnotation(found, at, record, chosen ?? "utf-16")
    else found.trouble(at, "This is no annotation of Hypothesis.")
  }
  return found
}

function readAnnotation(found: Gathered, at: string, record: JsonObject, unit: OffsetUnit): void {
  const of = stringOf(record["uri"])
  const name = stringsOf(objectOf(record["document"])["title"])[0] ?? of
  if (!found.knows(of)) found.text({ key: of, name, ids: [of], sha256: null, text: null })
  const [target] = listOf(record["target"]).map(objectOf)
  const place = selected(target?.["selector"], unit)
  if (!place) {
    const reply = listOf(record["references"]).length > 0
    found.trouble(at, reply ? "It is a reply and marks no passage." : "It is a note on a page and marks no passage.")
    return
  }
  const tags = stringsOf(record["tags"])
  const text = plain(stringOf(record["text"]))
  const by = stringOf(objectOf(record["user_info"])["display_name"]) || account(stringOf(record["user"]))
  for (const label of tags.length > 0 ? tags : [""]) found.passage({ at, of, ...place, label, text, by })
}

/** Markdown as it was before its signs were escaped. */
const plain = (markdown: string) => markdown.replaceAll(/\\([!-/:-@[-`{-~])/g, "$1")

/** "acct:vera@hypothes.is" is vera. */
const account = (user: string) => user.replace(/^acct:/, "").replace(/@.*$/, "")
