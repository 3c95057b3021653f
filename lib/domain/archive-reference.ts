import { archiveAtEnd, archiveNamed } from "./archives.ts"
import type { ArchiveReference } from "./source.ts"

/** An archive reference that stands in a longer line, and where. */
export interface FoundReference {
  readonly reference: ArchiveReference
  readonly start: number
  readonly end: number
}

type Level = "fond" | "opis" | "delo" | "list"

const gap = "[\\s\\u00A0.,;:]*"
const number = "(?:№\\s*)?(?<value>[\\p{L}]{0,3}[-–.]?\\p{N}[\\p{L}\\p{N}/–-]{0,30}"
const folios =
  "(?<value>\\p{N}{1,6}[а-яa-z]?(?:\\s?(?:об|ob)\\b\\.?|\\s?(?:об|ob)(?![\\p{L}])\\.?)?(?:\\s?[,–—-]\\s?\\p{N}{1,6}[а-яa-z]?(?:\\s?(?:об|ob)(?![\\p{L}])\\.?)?){0,40})"

/** How each part begins, in Russian, Ukrainian and in Latin letters, and what may stand in it. */
const levels: readonly { readonly level: Level; readonly pattern: RegExp }[] = [
  { level: "fond", pattern: part("фонд|fond|ф|f", `${number}(?:\\s\\([^()]{1,80}\\))?)`) },
  { level: "opis", pattern: part("опись|opis['’ʹ]?|оп|op", `${number})`) },
  {
    level: "delo",
    pattern: part(
      "дело|delo|ед\\.?\\s?хр|ed\\.?\\s?khr|спр|spr|д|d",
      `${number}(?:[.,]\\s(?:т|t)\\.\\s?\\p{N}{1,4})?)`,
    ),
  },
  { level: "list", pattern: part("листы|лист|listy|list|арк|ark|лл|ll|л|l", folios) },
]

function part(markers: string, value: string): RegExp {
  return new RegExp(`${gap}(?<![\\p{L}\\p{N}])(?:${markers})(?:\\.\\s*|\\s+)${value}(?![\\p{L}\\p{N}])`, "iuy")
}

const start = /(?<![\p{L}\p{N}])(?:фонд|fond|ф|f)(?:\.\s*|\s+)(?:№\s*)?[\p{L}\p{N}]/giu

/** "Ibid." in its ways: what it points at stands elsewhere. And a part that stands before the fond. */
const noArchive = /^(?:там же|ibid(?:em)?|та же|тот же)$|(?<!\p{L})(?:оп|op|д|d|лл?|ll?)\.\s*\p{N}/iu

/** The name of an archive has so many characters at most. */
const nameLength = 200

/**
 * Reads an archive reference, Russian ("РГВА. Ф. 33987. Оп. 3. Д. 851. Л. 12–14 об.") or in Latin letters ("RGASPI,
 * f. 17, op. 3, d. 988, l. 2", also "RGASPI 17/3/988/2" of a known archive), as its parts. Null when something of the
 * text would be left over, or the archive or the fond is missing: nothing is guessed. Leaves are kept in one way of
 * writing, "12–14 об.".
 */
export function parseArchiveReference(text: string): ArchiveReference | null {
  const line = text.trim()
  const short = shortReference(line)
  if (short) return short
  for (const { index } of line.matchAll(start)) {
    const archive = trimmed(line.slice(0, index))
    const read = partsAt(line, index)
    if (!read || !/^[\s.;]*$/.test(line.slice(read.end))) continue
    return archive !== "" && archive.length <= nameLength && !noArchive.test(archive)
      ? { archive, ...read.parts }
      : null
  }
  return null
}

/** The references that stand in a line, each after the name of an archive that is known or written in capitals. */
export function archiveReferencesIn(line: string): readonly FoundReference[] {
  const found: FoundReference[] = []
  let end = 0
  for (const { index } of line.matchAll(start)) {
    if (index < end) continue
    const read = partsAt(line, index)
    const from = Math.max(end, index - nameLength)
    const name = read && archiveBefore(line.slice(from, index))
    if (!read || !name || Object.keys(read.parts).length < 2) continue
    found.push({ reference: { archive: name.archive, ...read.parts }, start: from + name.start, end: read.end })
    end = read.end
  }
  return found
}

function partsAt(
  line: string,
  at: number,
): { readonly parts: Omit<ArchiveReference, "archive">; readonly end: number } | null {
  const parts: { -readonly [K in Level]?: string } = {}
  let end = at
  for (const { level, pattern } of levels) {
    pattern.lastIndex = end
    const found = pattern.exec(line)
    if (found) {
      parts[level] = level === "list" ? leaves(found.groups?.["value"] ?? "") : plain(found.groups?.["value"] ?? "")
      end += found[0].length
    } else if (level === "fond") return null
  }
  return { parts, end }
}

/** "17/3/988/2" after the letters of a known archive: fond, opis, delo and, when a fourth follows, list. */
function shortReference(line: string): ArchiveReference | null {
  const found =
    /^(?<name>[\p{L}\s.]{2,80}?)[\s,:]+(?<parts>\p{N}{1,6}(?:\/\p{N}{1,6}){2}(?:\/[\p{N}–-]{1,20})?)\.?$/u.exec(line)
  const archive = trimmed(found?.groups?.["name"] ?? "")
  if (archiveNamed(archive) === null) return null
  const [fond = "", opis = "", delo = "", list] = (found?.groups?.["parts"] ?? "").split("/")
  return { archive, fond, opis, delo, ...(list !== undefined && { list: leaves(list) }) }
}

const trimmed = (text: string) => text.replace(/^[\s.,;:]+|[\s.,;:]+$/gu, "")
const plain = (value: string) => value.replaceAll(/\s+/g, " ")

/** Leaves in one way of writing: en dashes without spaces, "об." after one, commas with a space. */
const leaves = (text: string) =>
  text
    .replaceAll(/\s*[–—-]\s*/g, "–")
    .replaceAll(/\s*,\s*/g, ", ")
    .replaceAll(/\s*(?:об|ob)\b\.?|\s*об\.?/giu, " об.")

/** The archive's name at the end of what stands before its fond: after "//", a known one, or the last in capitals. */
function archiveBefore(text: string): { readonly archive: string; readonly start: number } | null {
  const slashes = text.lastIndexOf("//")
  const tail = slashes < 0 ? text : text.slice(slashes + 2)
  const known = archiveAtEnd(trimmed(tail))
  const capitals = /(?:^|[\s.,;:(/])(?<name>\p{Lu}\p{L}*\p{Lu}\p{L}*(?:\s\p{Lu}\p{L}*){0,4})[\s.,;:]*$/u.exec(tail)
  const name = known ?? (slashes < 0 ? capitals?.groups?.["name"] : trimmed(tail))
  if (name === undefined || name === "" || noArchive.test(name)) return null
  return { archive: name, start: text.lastIndexOf(name) }
}
