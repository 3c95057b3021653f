import { type Actor, readProject } from "../db/pass.ts"
import { projectWordsRow, sourceLines } from "../db/project-lists.ts"
import { ok } from "../domain/failure.ts"
import { setEntries } from "../press/set-entries.ts"
import { styleOf } from "./style-of.ts"

/** Every source that the project cites, set in its style. Thousands take seconds the first time, beside the server. */
export async function bibliography(actor: Actor, projectId: string) {
  const found = await readProject(actor, projectId, "project.read", async pass =>
    ok({
      project: (await projectWordsRow(pass)).name,
      style: await styleOf(pass),
      cited: (await sourceLines(pass)).filter(({ citations }) => citations > 0),
    }),
  )
  if (!found.ok) return found
  const { project, style, cited } = found.value
  return ok({ project, ...(await setEntries(style, cited)) })
}
