import { headInProject, logHead } from "../db/log-in-project.ts"
import { type Actor, readWholeProject } from "../db/pass.ts"
import { projectWordsRow } from "../db/project-lists.ts"
import { ok } from "../domain/failure.ts"
import { logQuestion } from "../schema/log-input.ts"
import { readFilter } from "./read-filter.ts"

/**
 * The head of a project's log as it stands. When a head is asked about: whether the log ever had it, how many changes it
 * covers, when the last of them was made, and whether all of them still are what was stored. `input` comes from an address.
 */
export async function projectLog(actor: Actor, projectId: string, input: unknown) {
  const asked = readFilter(logQuestion, input)
  if (!asked.ok) return asked
  const { head } = asked.value
  return readWholeProject(actor, projectId, "project.read", async pass => {
    const { name } = await projectWordsRow(pass)
    const found = head === undefined ? null : await headInProject(pass, head)
    return ok({
      project: { id: projectId, name },
      head: await logHead(pass),
      asked:
        head === undefined
          ? null
          : {
              head,
              state: found
                ? { covers: found.covers, changes: found.changes, at: found.at, sound: found.faults.length === 0 }
                : null,
            },
    })
  })
}
projectLog.input = logQuestion

export type ProjectLog = Extract<Awaited<ReturnType<typeof projectLog>>, { ok: true }>["value"]
