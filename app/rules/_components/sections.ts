import type { ShownGroup, ShownRule } from "../../../lib/queries/splitter-rules.ts"

/** Rules of a group that lead to the same thing, under its name. */
export interface Section {
  readonly id: string
  readonly title: string
  readonly rules: readonly ShownRule[]
}

const titles: Readonly<Record<string, string>> = {
  claim: "Claims",
  opinion: "Opinions",
  question: "Questions",
  instruction: "Instructions",
  meta: "Talk about the text",
  boilerplate: "Page furniture",
  fragment: "Fragments",
  hedge: "Uncertainty",
  "vague-source": "Sources without a name",
  attribution: "Sources",
  date: "Dates",
  damage: "Damaged text",
}

/**
 * A group's rules by what they lead to, in the order in which the group names them: the kind that a unit gets, or the
 * kind of cue. Rules that only set a boundary lead to nothing of the sort and stay together, without a title.
 */
export function sectionsOf(group: ShownGroup): readonly Section[] {
  const found = new Map<string, ShownRule[]>()
  for (const rule of group.rules) {
    const to = leadsTo(group, rule)
    found.set(to, [...(found.get(to) ?? []), rule])
  }
  return [...found].map(([to, rules]) => ({ id: to && `${group.id}-${to}`, title: titles[to] ?? to, rules }))
}

function leadsTo(group: ShownGroup, { id, shown }: ShownRule): string {
  if (!["kinds", "cues"].includes(group.id) || !shown) return ""
  const cue = shown.units.flatMap(unit => unit.cues).find(({ rule }) => rule === id)
  if (cue) return cue.kind
  return shown.units.find(({ rules }) => rules.includes(id))?.kind ?? ""
}
