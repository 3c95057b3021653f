import { isObject, type JsonObject, listOf, objectOf, stringOf, stringsOf } from "./json-parts.ts"
import { Gathered, type Markings, type OffsetUnit } from "./marked-file.ts"
import type { PlacedRecord } from "./read-doccano.ts"
import { selected } from "./selectors.ts"

const typesOf = (value: JsonObject) => stringsOf(value["type"] ?? value["@type"]).map(type => type.replace(/^oa:/, ""))

/** An annotation, page or collection of the W3C's model. */
export const isWebAnnotation = (value: unknown): value is JsonObject =>
  isObject(value) &&
  (typesOf(value).some(type => ["Annotation", "AnnotationPage", "AnnotationCollection"].includes(type)) ||
    (value["target"] !== undefined && (value["body"] ?? value["bodyValue"]) !== undefined))

/** The annotations of a list, a page, or a collection with its pages in it, each with its number. No address is fetched. */
export function annotationsIn(value: unknown): readonly unknown[] {
  const page = (one: unknown): readonly unknown[] => (isObject(one) ? listOf(one["items"] ?? one["first"]) : [])
  if (Array.isArray(value)) return value.flatMap(one => (isPage(one) ? annotationsIn(one) : [one as unknown]))
  if (!isPage(value)) return [value]
  const own = listOf((value as JsonObject)["items"])
  const pages = ["first", "next", "last"].map(key => (value as JsonObject)[key]).filter(isObject)
  return [...own, ...pages.flatMap(page)]
}

const isPage = (value: unknown) =>
  isObject(value) && typesOf(value).some(type => type === "AnnotationPage" || type === "AnnotationCollection")

/**
 * Annotations of the W3C's model. What bodies classify or tag are labels, what they say is text; each target is a
 * passage. Positions count code points, unless whoever imports says otherwise. `whole` is the file, which may tell what
 * its texts are.
 */
export function readWebAnnotation(
  records: readonly PlacedRecord[],
  chosen: OffsetUnit | null,
  whole: unknown = null,
): Markings {
  const found = new Gathered()
  for (const text of listOf(objectOf(whole)["texts"]).map(objectOf)) addText(found, text, null)
  for (const { at, record } of records) {
    if (isWebAnnotation(record) && record["target"] !== undefined) readAnnotation(found, at, record, chosen)
    else found.trouble(at, "This is no annotation: it has no target.")
  }
  return found
}

function readAnnotation(found: Gathered, at: string, record: JsonObject, chosen: OffsetUnit | null): void {
  const { labels, text } = said(record)
  const by = listOf(record["creator"] ?? record["generator"])
    .map(one => (typeof one === "string" ? one : personName(objectOf(one))))
    .filter(Boolean)
    .join(", ")
  const targets = listOf(record["target"])
  for (const [index, target] of targets.entries()) {
    const place = targets.length > 1 ? `${at}, target ${index + 1}` : at
    const { source, selector, state } = typeof target === "string" ? { source: target } : objectOf(target)
    const of = addText(found, isObject(source) ? source : { id: source ?? "" }, state)
    const selection = selected(selector, chosen ?? "code-points")
    if (!selection) found.trouble(place, "It selects no words by a quote or a position, so it marks no passage.")
    else
      for (const label of labels.length > 0 ? labels : [""])
        found.passage({ at: place, of, ...selection, label, text, by })
  }
}

/** Makes the text known by its address, which is returned. */
function addText(found: Gathered, source: JsonObject, state: unknown): string {
  const key = stringOf(source["id"] ?? source["@id"])
  if (found.knows(key)) return key
  const sha256 = stringOf(source["sha256"]) || stringOf(objectOf(listOf(state)[0])["sha256"])
  const ids = [key, ...stringsOf(source["via"]), ...stringsOf(source["dc:source"])]
  found.text({ key, name: stringOf(source["title"]) || key, ids, sha256: sha256 || null, text: null })
  return key
}

const labelling = new Set(["classifying", "tagging", "identifying"])

function said(record: JsonObject): { readonly labels: readonly string[]; readonly text: string } {
  const labels: string[] = []
  const texts = [...stringsOf(record["bodyValue"])]
  for (const body of listOf(record["body"])) {
    const part = objectOf(body)
    const words = stringOf(part["value"])
    const purpose = stringsOf(
      part["purpose"] ?? (listOf(record["motivation"]).length === 1 ? record["motivation"] : []),
    )
    const labels_ = purpose.some(one => labelling.has(one.replace(/^oa:/, "")))
    const address = typeof body === "string" ? body : stringOf(part["source"] ?? part["id"] ?? part["@id"])
    if (words !== "" && labels_) labels.push(words)
    else if (words !== "") texts.push(withName(part, words))
    else if (labels_ && address !== "") labels.push(term(address))
  }
  return { labels, text: texts.join("\n\n") }
}

const withName = (body: JsonObject, words: string) => {
  const name = listOf(body["creator"])
    .map(one => personName(objectOf(one)))
    .filter(Boolean)
    .join(", ")
  return name ? `${name}: ${words}` : words
}

const personName = (person: JsonObject) =>
  stringOf(person["name"]) || stringOf(person["nickname"]) || stringOf(person["nick"])

/** What an address ends in: "…/vocab#disputed" is disputed. */
const term = (address: string) => {
  const last =
    address
      .replace(/[/#]+$/, "")
      .split(/[/#]/)
      .at(-1) ?? address
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}
