import { fail, ok, type Result } from "../domain/failure.ts"
import { isObject, jsonOf, objectOf } from "./json-parts.ts"
import { type MarkedFormat, type Markings, mostPassages, mostRecords, type OffsetUnit } from "./marked-file.ts"
import { type BratDocument, isBrat, readBrat } from "./read-brat.ts"
import { isClaimsJson, isClaimsLine, readClaimLines, readClaimsJson } from "./read-claims.ts"
import { isDoccano, type PlacedRecord, readDoccano } from "./read-doccano.ts"
import { isHypothesis, readHypothesis } from "./read-hypothesis.ts"
import { isLabelStudio, readLabelStudio } from "./read-label-studio.ts"
import { annotationsIn, isWebAnnotation, readWebAnnotation } from "./read-web-annotation.ts"
import { type NamedFile, unpacked } from "./unpacked.ts"

export interface MarkedFile extends Markings {
  readonly format: MarkedFormat
}

/**
 * Read what files mark, whose format is told by what they say and not by their names. Positions count what the format's
 * do unless `chosen` says otherwise. What can't be read of them is told line by line; a failure is told when it is none
 * of the formats.
 */
export function readPreAnnotations(files: readonly NamedFile[], chosen: OffsetUnit | null): Result<MarkedFile> {
  const read = readAny(files, chosen)
  return read.ok && read.value.passages.length >= mostPassages ? refused(tooLong) : read
}

const tooLong =
  "This is more than can be read at once: 100,000 passages, or 200,000 lines or records. Export fewer texts."

function readAny(files: readonly NamedFile[], chosen: OffsetUnit | null): Result<MarkedFile> {
  const all = unpacked(files)
  if (!all.ok) return all
  const texts = all.value.map(({ name, bytes }) => ({ name, text: utf8(bytes) }))
  if (texts.some(({ text }) => text !== null && lineCount(text) > mostRecords)) return refused(tooLong)
  const standoff = texts.filter(({ name, text }) => name.endsWith(".ann") || (text !== null && isBrat(text)))
  if (standoff.length > 0) return ok({ format: "brat", ...readBrat(bratDocuments(texts, standoff), chosen) })
  const [only, ...more] = texts
  if (!only || more.length > 0) return refused("Choose one file, or for brat the .ann and .txt files or a ZIP of them.")
  if (only.text === null) return refused("The file is no text in UTF-8. Save it as UTF-8, or choose another one.")
  return readJson(only.text.replace(/^\uFEFF/, ""), chosen)
}

const refused = (message: string) => fail({ code: "invalid", issues: [{ path: "files", message }] })

/** The text that bytes say, a byte order mark included, since positions count it; null when they are not UTF-8. */
function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

type NamedText = { readonly name: string; readonly text: string | null }

function bratDocuments(texts: readonly NamedText[], standoff: readonly NamedText[]): BratDocument[] {
  const readme = texts.find(({ name }) => name.endsWith("README"))?.text ?? ""
  const bare = (name: string) => name.replace(/^.*\//, "").replace(/\.(ann|txt)$/, "")
  const words = new Map(texts.filter(({ name }) => name.endsWith(".txt")).map(({ name, text }) => [bare(name), text]))
  const hashes = new Map(
    [...readme.matchAll(/^(\S+)\.txt: .*SHA-256 ([0-9a-f]{64})$/gm)].map(([, name, hash]) => [name, hash]),
  )
  // Two files that were chosen together belong together, whatever they are called.
  const pair = standoff.length === 1 && words.size === 1 ? [...words.values()][0] : undefined
  return standoff.map(({ name, text }) => ({
    name: bare(name),
    annotations: text ?? "",
    text: words.get(bare(name)) ?? pair ?? null,
    sha256: hashes.get(bare(name)) ?? null,
  }))
}

function readJson(text: string, chosen: OffsetUnit | null): Result<MarkedFile> {
  const whole = jsonOf(text)
  if (isClaimsJson(whole)) return ok({ format: "claims-json", ...readClaimsJson(whole, chosen) })
  const records = whole === undefined ? lines(text) : numbered(whole)
  if (!records) return refused(tooLong)
  const any = (is: (record: unknown) => boolean) => records.some(({ record }) => is(record))
  if (any(isClaimsLine)) return ok({ format: "claim-lines", ...readClaimLines(records, chosen) })
  if (any(isHypothesis)) return ok({ format: "hypothesis", ...readHypothesis(records, chosen) })
  if (any(isWebAnnotation)) return ok({ format: "web-annotation", ...readWebAnnotation(records, chosen, whole) })
  if (any(isLabelStudio)) return ok({ format: "label-studio", ...readLabelStudio(records, chosen) })
  if (any(isDoccano)) return ok({ format: "doccano", ...readDoccano(records, chosen) })
  return refused(
    "This is none of the formats that can be read: Web Annotation, Hypothesis, Label Studio, doccano, brat, or an export of claims as JSON or JSON Lines.",
  )
}

function lineCount(text: string): number {
  let count = 1
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1
  return count
}

/** The records of a JSON file, whatever they stand in, each by its number; null when they are too many. */
function numbered(whole: unknown): readonly PlacedRecord[] | null {
  const rows = objectOf(whole)["rows"]
  const name =
    isObject(whole) && Array.isArray(rows)
      ? "row"
      : isWebAnnotation(Array.isArray(whole) ? whole[0] : whole)
        ? "annotation"
        : "record"
  const all = Array.isArray(rows) ? (rows as unknown[]) : annotationsIn(whole)
  if (all.length > mostRecords) return null
  return all.map((record, at) => ({ at: `${name} ${at + 1}`, record }))
}

/** The records of JSON Lines, each with its line; a line that says nothing readable has an undefined one. */
const lines = (text: string): readonly PlacedRecord[] =>
  text.split("\n").flatMap((line, at) => (line.trim() === "" ? [] : [{ at: `line ${at + 1}`, record: jsonOf(line) }]))
