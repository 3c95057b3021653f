import type { CslItem, CslName } from "./source.ts"

/** The part of a source that its short name is made of. */
export type NamedItem = Pick<CslItem, "title" | "author" | "editor" | "issued">

/**
 * Short names in the author–date style, one a source in the order given: "Volkogonov 1989", "Beck & Ferrand 1994",
 * "Okafor et al.". Without an author or editor the beginning of the title stands in. Sources that would be called the
 * same get a, b, c … in their order, as bibliographies do.
 */
export function authorYears(items: readonly NamedItem[]): readonly string[] {
  const names = items.map(authorYear)
  const uses = new Map<string, number>()
  for (const name of names) uses.set(name, (uses.get(name) ?? 0) + 1)
  const seen = new Map<string, number>()
  return names.map(name => {
    if (uses.get(name) === 1) return name
    const before = seen.get(name) ?? 0
    seen.set(name, before + 1)
    return `${name}${/\d$/.test(name) ? "" : " "}${letters(before)}`
  })
}

function authorYear({ title, author, editor, issued }: NamedItem): string {
  const people = author?.length ? author : (editor ?? [])
  const year = issued?.["date-parts"]?.[0]?.[0] ?? issued?.literal?.match(/\d{4}/)?.[0]
  return [peopleLine(people) || shortTitle(title), year].filter(Boolean).join(" ")
}

function peopleLine(people: readonly CslName[]): string {
  const names = people.map(({ family, literal, given }) => (family || literal || given || "").trim()).filter(Boolean)
  if (names.length > 2) return `${names[0]} et al.`
  return names.join(" & ")
}

const titleLength = 24

/** The words of a title that fit; one word that is longer is cut, never inside a character. */
function shortTitle(title: string): string {
  const words = title.trim().split(/\s+/)
  let line = ""
  for (const word of words) {
    if (line !== "" && line.length + 1 + word.length > titleLength) return `${line} …`
    line = line === "" ? word : `${line} ${word}`
  }
  const characters = [...line]
  return characters.length > titleLength ? `${characters.slice(0, titleLength - 1).join("")}…` : line
}

/** 0 → a, 25 → z, 26 → aa. */
function letters(at: number): string {
  const last = String.fromCharCode(97 + (at % 26))
  return at < 26 ? last : letters(Math.floor(at / 26) - 1) + last
}
