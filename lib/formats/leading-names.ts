import type { CslName } from "../domain/source.ts"

const family = "(?:(?:de|von|van|der|фон|де)\\s)?\\p{Lu}[\\p{L}'’]+(?:-\\p{Lu}[\\p{L}'’]+)?"
const initials = "(?:\\p{Lu}\\p{Ll}?\\.[\\s-]?){1,3}"

/** "Хлевнюк О. В., " or "Conquest, R. & ": a family name with initials, and what joins it to the next or to the title. */
const withInitials = new RegExp(
  `^(?<family>${family}),?\\s(?<given>${initials})(?:\\s?[,;]?\\s?(?:&|and|и)\\s|\\s?[,;]\\s|\\s?)`,
  "u",
)

/** "Conquest, Robert. ": a family name, a comma and whole given names, ended by a point. */
const withGiven = new RegExp(
  `^(?<family>${family}),\\s(?<given>\\p{Lu}[\\p{L}'’-]+(?:\\s(?:\\p{Lu}\\.|\\p{Lu}[\\p{L}'’-]+)){0,2})\\.\\s(?=[\\p{Lu}\\p{N}«“"])`,
  "u",
)

/** The authors that a reference begins with, and what comes after them; none where it begins otherwise. */
export function leadingNames(line: string): { readonly names: readonly CslName[]; readonly rest: string } {
  const names: CslName[] = []
  let rest = line
  while (names.length < 10) {
    const found = withInitials.exec(rest) ?? (names.length === 0 ? withGiven.exec(rest) : null)
    if (!found?.groups || found[0].length === rest.length) break
    names.push({ family: found.groups["family"]!, given: found.groups["given"]!.trim() })
    rest = rest.slice(found[0].length)
  }
  return { names, rest: rest.replace(/^[.,;:\s]+/, "") }
}
