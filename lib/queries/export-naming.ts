import { nameablePeople, projectNameLimit } from "../db/export-people.ts"
import type { ProjectPass } from "../db/pass.ts"
import {
  type ExportNames,
  type HeldBack,
  heldBackBy,
  mostReticent,
  type NamedPerson,
  type Naming,
  namedAs,
  nobodysName,
} from "../domain/export-names.ts"

/** What an export calls people. */
export interface ExportNaming {
  /** How openly it names people, but for those who allow less. */
  readonly names: ExportNames
  /** What it calls the person whom the actor knows by `id`. */
  readonly of: (id: string) => NamedPerson
  /** How many of the people with these ids it names less openly than asked, and whose choice that is. */
  readonly heldBack: (ids: Iterable<string>) => HeldBack
}

/** What an export calls people, the one who makes it too: a file leaves the house. */
export async function exportNaming(pass: ProjectPass, asked: ExportNames): Promise<ExportNaming> {
  const sight = pass.sight.salt === null ? "name" : "pseudonym"
  const naming: Naming = { asked, project: await projectNameLimit(pass), sight }
  const people = await nameablePeople(pass)
  const named = new Map([...people].map(([id, person]) => [id, namedAs(naming, person)]))
  const of = (id: string): NamedPerson => {
    // Nobody labels or cites without being in the project; should it be so, the person was never asked.
    const person = named.get(id) ?? { id: crypto.randomUUID(), name: nobodysName }
    named.set(id, person)
    return person
  }
  const heldBack = (ids: Iterable<string>) => {
    const by = [...ids].map(id => heldBackBy(naming, people.get(id) ?? { limit: "none" }))
    return { project: by.filter(who => who === "project").length, person: by.filter(who => who === "person").length }
  }
  return { names: mostReticent(asked, naming.project, sight), of, heldBack }
}
