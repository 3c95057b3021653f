import { citationStep } from "./citation-js.ts"
import { itemCandidate } from "./item-candidate.ts"
import { type ReadSource, tooLong, unread } from "./source-candidate.ts"

const tagLine = /^(?<tag>[A-Z][A-Z0-9]) {1,2}-(?: (?<value>.*))?$/

/** The records of a RIS file as they stand, each from its TY to its ER or to the next TY. */
export function cutRis(text: string): readonly string[] {
  const starts = [...text.matchAll(/^TY {1,2}-/gm)].map(({ index }) => index)
  return starts.map((start, i) => text.slice(start, starts[i + 1]))
}

/** The sources of RIS records, one after the other. */
export function* readRis(records: readonly string[]): Generator<ReadSource, void> {
  for (const record of records) yield tooLong(record) ?? readRecord(record)
}

function readRecord(record: string): ReadSource {
  try {
    const tags = tagsOf(record)
    // The mapping of newspapers knows neither authors nor days; that of magazines is the same otherwise.
    const news = tags["TY"] === "NEWS"
    const item = citationStep(news ? { ...tags, TY: "MGZN" } : tags, "@ris/record")
    if (typeof item !== "object" || item === null) return unread(record, unreadable)
    return itemCandidate({ ...item, ...(news && { type: "article-newspaper" }) }, record)
  } catch {
    return unread(record, unreadable)
  }
}

const unreadable =
  "It is not a record of RIS that can be read. Check that every line begins with two letters and a dash."

/** The tags of a record with their values, lists where a tag stands more than once; a line without a tag goes on. */
function tagsOf(record: string): Readonly<Record<string, string | readonly string[]>> {
  const values = new Map<string, string[]>()
  let last: string[] | null = null
  for (const line of record.split(/\r\n?|\n/)) {
    const { tag, value = "" } = tagLine.exec(line.trimEnd())?.groups ?? {}
    if (tag === "ER") break
    if (tag !== undefined) {
      last = values.get(tag) ?? []
      if (value.trim() !== "") values.set(tag, last)
      if (value.trim() !== "") last.push(tag === "TY" ? typeOf(value) : value.trim())
    } else if (last && last.length > 0 && line.trim() !== "") last.push(`${last.pop()} ${line.trim()}`)
  }
  return Object.fromEntries([...values].map(([tag, all]) => [tag, all.length === 1 ? all[0]! : all]))
}

const typeOf = (value: string) => {
  const type = value.trim().toUpperCase()
  return type === "JOURN" ? "JOUR" : type
}
