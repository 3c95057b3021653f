import { everyMember } from "../db/activity-rows.ts"
import type { ProjectPass } from "../db/pass.ts"

/** Everybody who is or was in the project, by the id and name under which the actor knows them. */
export async function peopleNamed(pass: ProjectPass): Promise<{ id: string; name: string }[]> {
  const members = await everyMember(pass)
  return members.map(({ shownId, name }) => ({ id: shownId, name }))
}
