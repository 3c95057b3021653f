import { whoLabels } from "../db/assignment-rows.ts"
import type { ProjectPass } from "../db/pass.ts"
import { fail, ok, type Result } from "../domain/failure.ts"

/** Whether all these people are in the project and may label its claims. */
export async function onlyWhoLabel(pass: ProjectPass, people: readonly string[], path: string): Promise<Result<null>> {
  const known = new Set((await whoLabels(pass)).map(({ id }) => id))
  if (people.every(id => known.has(id))) return ok(null)
  const message = "Somebody of them is no longer in the project or labels no claims. Choose again."
  return fail({ code: "invalid", issues: [{ path, message }] })
}
