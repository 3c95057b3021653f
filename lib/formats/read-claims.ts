import { undecided } from "../domain/export-state.ts"
import { isObject, type JsonObject, listOf, objectOf, spanOf, stringOf } from "./json-parts.ts"
import { Gathered, type Markings, type OffsetUnit } from "./marked-file.ts"
import type { PlacedRecord } from "./read-doccano.ts"

/** An export of this tool, in its own JSON. */
export const isClaimsJson = (value: unknown): value is JsonObject =>
  isObject(value) && typeof value["schemaVersion"] === "number" && Array.isArray(value["documents"])

/** A line of an export of this tool. */
export const isClaimsLine = (value: unknown): value is JsonObject =>
  isObject(value) && value["type"] === "export" && typeof value["schemaVersion"] === "number"

/** The claims of our own JSON with their verdicts as labels and all reasons as text. Positions count UTF-16 code units. */
export function readClaimsJson(value: JsonObject, chosen: OffsetUnit | null): Markings {
  const found = new Gathered()
  if (isOther(found, value)) return found
  const by = projectOf(value)
  let number = 0
  for (const document of listOf(value["documents"]).map(objectOf)) {
    const of = addDocument(found, document)
    for (const claim of listOf(document["claims"]))
      readClaim(found, `claim ${++number}`, of, objectOf(claim), by, chosen)
  }
  return found
}

/** Lines of an export that mark nothing in a text. */
const marksNothing: ReadonlySet<unknown> = new Set(["source", "derivation", "left-out"])

/** The same of JSON Lines. */
export function readClaimLines(records: readonly PlacedRecord[], chosen: OffsetUnit | null): Markings {
  const found = new Gathered()
  let by = ""
  for (const { at, record } of records) {
    const line = objectOf(record)
    if (line["type"] === "export" && isOther(found, line)) return found
    if (line["type"] === "export") by = projectOf(line)
    else if (line["type"] === "document") addDocument(found, line)
    else if (line["type"] === "claim") readClaim(found, at, stringOf(line["documentId"]), line, by, chosen)
    else if (!marksNothing.has(line["type"])) found.trouble(at, "This is no line of an export of claims.")
  }
  return found
}

function isOther(found: Gathered, { schemaVersion }: JsonObject): boolean {
  if (schemaVersion === 1) return false
  found.trouble("the file", `It is written in version ${String(schemaVersion)} of the format; version 1 can be read.`)
  return true
}

const projectOf = (value: JsonObject) => stringOf(objectOf(value["project"])["name"])

function addDocument(found: Gathered, document: JsonObject): string {
  const id = stringOf(document["id"])
  const ids = [id, stringOf(document["foundAt"])]
  const sha256 = stringOf(objectOf(document["text"])["sha256"])
  found.text({ key: id, name: stringOf(document["title"]), ids, sha256: sha256 || null, text: null })
  return id
}

function readClaim(
  found: Gathered,
  at: string,
  of: string,
  claim: JsonObject,
  project: string,
  chosen: OffsetUnit | null,
): void {
  const span = spanOf(claim["start"], claim["end"])
  if (!span) {
    found.trouble(at, "It has no start and end that a passage can have.")
    return
  }
  const { reason, editor } = objectOf(claim["decision"])
  const reasons = listOf(claim["annotations"]).map(objectOf).map(reasonOf)
  found.passage({
    ...{ at, of, position: { ...span, unit: chosen ?? "utf-16" }, quote: stringOf(claim["quote"]) || null },
    ...{ prefix: "", suffix: "", label: stringOf(claim["label"]) || undecided },
    text: [stringOf(reason), ...reasons].filter(Boolean).join("\n\n"),
    by: stringOf(objectOf(editor)["name"]) || project,
  })
}

const reasonOf = ({ reviewer, label, rationale }: JsonObject) =>
  [stringOf(objectOf(reviewer)["name"]), `${stringOf(label)}.`, stringOf(objectOf(rationale)["text"])]
    .filter(Boolean)
    .join(" ")
