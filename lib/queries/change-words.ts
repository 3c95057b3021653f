import { everyMember, sourceNames } from "../db/activity-rows.ts"
import type { ProjectPass } from "../db/pass.ts"
import type { Change } from "../domain/change.ts"
import type { Names } from "../domain/change-names.ts"
import { sourcesNamed } from "../domain/sources-named.ts"

/** How to call the people and sources that changes name; whoever did a change is “themselves” in its sentence. */
export async function changeWords(pass: ProjectPass, changes: readonly Change[]): Promise<(actorId: string) => Names> {
  const members = await everyMember(pass)
  const people = new Map(members.map(({ id, name }) => [id, name]))
  const shown = new Map(members.map(({ id, shownId }) => [id, shownId]))
  const sources = await sourceNames(pass, changes.flatMap(sourcesNamed))
  return actorId => ({
    person: id => (id === actorId || shown.get(id) === actorId ? "themselves" : (people.get(id) ?? "somebody")),
    source: id => sources.get(id) ?? "a source that was deleted",
  })
}
