import { orcidIri } from "./orcid.ts"

/** How an export may call people, the most open first. */
export const exportNames = ["orcid", "name", "pseudonym", "none"] as const
export type ExportNames = (typeof exportNames)[number]

/** How openly a project lets its exports name people, or a person lets them name that person. */
export const nameLimits = ["name", "pseudonym", "none"] as const
export type NameLimit = (typeof nameLimits)[number]

/** What each is, for whom chooses it. */
export const exportNamesWords: Readonly<Record<ExportNames, string>> = {
  orcid: "By name, with ORCID iD",
  name: "By name",
  pseudonym: "By pseudonym",
  none: "Not at all",
}

/** A project's limit in a sentence for everybody in it. */
export const nameLimitSentences: Readonly<Record<NameLimit, string>> = {
  name: "Exports may name people, unless somebody chose otherwise for themselves.",
  pseudonym: "Exports show people under pseudonyms at most, which stay the same in every export of the project.",
  none: "Exports name nobody.",
}

/** The most reticent of what is asked for and what is allowed. Whoever may be named may be with their ORCID iD. */
export function mostReticent(asked: ExportNames, ...limits: readonly NameLimit[]): ExportNames {
  return limits.reduce<ExportNames>(
    (so, limit) => (limit !== "name" && exportNames.indexOf(limit) > exportNames.indexOf(so) ? limit : so),
    asked,
  )
}

/** What is asked of an export, and what limits it whoever is named. */
export interface Naming {
  readonly asked: ExportNames
  readonly project: NameLimit
  /** What the one who exports may see inside the project. */
  readonly sight: NameLimit
}

/** A person with everything that an export could call them. */
export interface Nameable {
  readonly limit: NameLimit
  readonly real: { readonly id: string; readonly name: string }
  readonly orcid: string | null
  /** The same in every export of the project. */
  readonly pseudonym: { readonly id: string; readonly name: string }
  /** Of this export alone. */
  readonly passingId: string
}

/** What an export calls a person. */
export interface NamedPerson {
  readonly id: string
  readonly name: string
  /** The address of their ORCID iD. */
  readonly orcid?: string
}

/** What stands in the place of a name when nobody is named. */
export const nobodysName = "A reviewer"

/** What an export calls a person: the most reticent of what was asked, what the project allows and what they allow. */
export function namedAs({ asked, project, sight }: Naming, person: Nameable): NamedPerson {
  const so = mostReticent(asked, project, sight, person.limit)
  if (so === "none") return { id: person.passingId, name: nobodysName }
  if (so === "pseudonym") return person.pseudonym
  return { ...person.real, ...(so === "orcid" && person.orcid !== null && { orcid: orcidIri(person.orcid) }) }
}

/** How many people are named less openly than was asked, by whose choice that is. */
export interface HeldBack {
  readonly project: number
  readonly person: number
}

/** Whose limit makes an export name a person less openly than was asked; the project's where both do. */
export function heldBackBy(
  { asked, project, sight }: Naming,
  { limit }: Pick<Nameable, "limit">,
): "project" | "person" | null {
  const shared = mostReticent(asked, project, sight)
  if (mostReticent(shared, limit) !== shared) return "person"
  return shared === asked ? null : "project"
}

/** Whose choice holds how many people back, in a sentence; none when everybody is named as openly as was asked. */
export function heldBackSentence({ project, person }: HeldBack): string | null {
  const less = project + person
  if (less === 0) return null
  const named = `${less === 1 ? "One person is" : `${less} people are`} named less openly than you chose`
  if (person === 0) return `${named}, because the project allows no more.`
  if (project === 0) return `${named}, because ${less === 1 ? "they" : "all of them"} asked for it.`
  return `${named}: ${project} because the project allows no more, ${person} because they asked for less.`
}

/** How people are named in an export, in a sentence for its readers. `so` is what holds for all of them. */
export const exportNamesSentences: Readonly<Record<ExportNames, string>> = {
  orcid:
    "People are named, with the ORCID iD of those who gave one; those who asked for it stand under a pseudonym or without a name.",
  name: "People are named; those who asked for it stand under a pseudonym or without a name.",
  pseudonym:
    "People stand under pseudonyms, which stay the same in every export of the project; those who asked for it stand without a name.",
  none: `Nobody is named: everybody stands as “${nobodysName}”.`,
}
