import { isObject, type JsonObject, listOf, objectOf, spanOf, stringOf, stringsOf } from "./json-parts.ts"
import { addRemark, Gathered, type Markings, type OffsetUnit } from "./marked-file.ts"
import { ownWords, spansIn } from "./own-words.ts"
import type { PlacedRecord } from "./read-doccano.ts"

/** A task of Label Studio, with annotations or predictions, or in its short form with spans by the name of the tag. */
export const isLabelStudio = (record: unknown): record is JsonObject =>
  isObject(record) && (isObject(record["data"]) || shortSpans(record).length > 0) && !Array.isArray(record["entities"])

/**
 * The labelled regions of Label Studio's tasks: annotations and predictions, and the short form (JSON-MIN). Positions
 * count code points, unless whoever imports says otherwise. Remarks of a region are its text.
 */
export function readLabelStudio(records: readonly PlacedRecord[], chosen: OffsetUnit | null): Markings {
  const found = new Gathered()
  for (const { at, record } of records) {
    if (isLabelStudio(record)) readTask(found, at, record, chosen)
    else found.trouble(at, "This is no task of Label Studio.")
  }
  return found
}

const shortSpans = (record: JsonObject): readonly unknown[] =>
  Object.values(record).flatMap(value =>
    Array.isArray(value)
      ? (value as unknown[]).filter(one => spanOf(objectOf(one)["start"], objectOf(one)["end"]))
      : [],
  )

function readTask(found: Gathered, at: string, task: JsonObject, chosen: OffsetUnit | null): void {
  const data = isObject(task["data"]) ? task["data"] : task
  const results = ["annotations", "completions", "predictions"].flatMap(kind =>
    listOf(task[kind]).map((one, index) => ({ kind: kind.slice(0, -1), index, one: objectOf(one) })),
  )
  const named = results.flatMap(({ one }) => listOf(one["result"]).map(region => stringOf(objectOf(region)["to_name"])))
  const name = [...named, "text"].find(key => stringOf(data[key]) !== "") ?? "text"
  const text = stringOf(data[name])
  const id = stringOf(data["document"])
  const ids = [id, stringOf(data["foundAt"]), stringOf(data["url"])]
  found.text({
    ...{ key: at, name: stringOf(data["title"]) || at, ids, sha256: stringOf(data["sha256"]) || null },
    text: text === "" ? null : text,
  })
  const unit = chosen ?? "code-points"
  const region = regions(found, at, text, unit, chosen !== null)
  for (const { kind, index, one } of results) {
    const place = `${at}, ${kind} ${index + 1}`
    if (one["was_cancelled"] === true) found.trouble(place, "It was skipped in Label Studio and is left out.")
    else readResult(found, place, one, region)
  }
  if (!isObject(task["data"]))
    for (const [index, span] of shortSpans(task).entries())
      region(
        `${at}, region ${index + 1}`,
        objectOf(span),
        stringsOf(objectOf(span)["labels"]),
        "",
        nameOf(task["annotator"]),
      )
  for (const [index, span] of listOf(data["spans"]).entries())
    region(`${at}, span ${index + 1}`, objectOf(span), stringsOf(objectOf(span)["label"]), "", "")
}

type Region = (at: string, value: JsonObject, labels: readonly string[], text: string, by: string) => void

function regions(found: Gathered, of: string, text: string, unit: OffsetUnit, sure: boolean): Region {
  const wordsAt = ownWords(text, sure)
  const spanAt = spansIn(text)
  return (at, value, labels, remark, by) => {
    const span = spanOf(value["start"], value["end"])
    if (!span) {
      found.trouble(at, "It has no start and end that a passage can have.")
      return
    }
    let quote: string | null = typeof value["text"] === "string" ? value["text"] : null
    const here = quote === null ? null : spanAt(span, unit)
    // Older versions write a break of a line as a backslash and an n.
    if (here && quote?.replaceAll("\\n", "\n") === text.slice(here.start, here.end))
      quote = text.slice(here.start, here.end)
    if (quote === null && text !== "") {
      const words = wordsAt(span, unit)
      if (!words.ok) {
        found.trouble(at, words.why)
        return
      }
      quote = words.words
    }
    for (const label of labels.length > 0 ? labels : [""])
      found.passage({
        ...{ at, of, position: { ...span, unit }, quote, prefix: "", suffix: "", label, text: remark, by },
      })
  }
}

function readResult(found: Gathered, place: string, result: JsonObject, region: Region): void {
  const parts = listOf(result["result"]).map(objectOf)
  const remarks = new Map<string, string>()
  const marking = new Set(parts.filter(part => !saysOf(part)).map(part => part["id"]))
  for (const part of parts) {
    const [id, value, meta] = [stringOf(part["id"]), objectOf(part["value"]), objectOf(part["meta"])]
    const own = part["type"] === "textarea" ? stringsOf(value["text"]) : []
    const said = [...own, ...stringsOf(meta["text"]), ...stringsOf(value["choices"])]
    if (id !== "") for (const words of said) addRemark(remarks, id, words)
  }
  const by = nameOf(result["completed_by"]) || stringOf(result["model_version"]) || nameOf(result["created_username"])
  for (const [index, part] of parts.entries()) {
    const at = `${place}, region ${index + 1}`
    const value = objectOf(part["value"])
    const labels = stringsOf(value[stringOf(part["type"])] ?? value["labels"])
    if (part["type"] === "relation") found.trouble(at, "A relation between regions has no place here and is left out.")
    else if (value["startOffset"] !== undefined || typeof value["start"] === "string")
      found.trouble(at, "It marks HTML, whose places are not those of a plain text. Export the task as plain text.")
    else if (saysOf(part)) {
      if (!marking.has(part["id"])) found.trouble(at, "It says something of the whole task and marks no passage.")
    } else region(at, value, labels, remarks.get(stringOf(part["id"])) ?? "", by)
  }
}

/** Whether a part only says something of a region that another part marks. */
const saysOf = ({ type }: JsonObject) => type !== undefined && !stringOf(type).endsWith("labels")

const nameOf = (value: unknown): string => {
  if (typeof value === "string") return value
  if (typeof value === "number") return `annotator ${value}`
  const { first_name: first, last_name: last, email } = objectOf(value)
  return [first, last].map(stringOf).filter(Boolean).join(" ") || stringOf(email)
}
