import { inTurns } from "../db/in-turns.ts"
import { type Actor, readProject } from "../db/pass.ts"
import { projectWordsRow, sourceLines } from "../db/project-lists.ts"
import { citationSetting, styleCsl } from "../db/style-rows.ts"
import { ok } from "../domain/failure.ts"
import { setEntries, styleInUse } from "../formats/set-source.ts"
import { pageSize, reopenedFilter } from "../schema/list-filter.ts"
import { readFilter } from "./read-filter.ts"

/** The cited sources as the project's style sets them, 50 at once, by author and title. `input` comes from an address. */
export async function bibliography(actor: Actor, projectId: string, input: unknown) {
  const filter = readFilter(reopenedFilter, input)
  if (!filter.ok) return filter
  const { page } = filter.value
  return readProject(actor, projectId, "project.read", async pass => {
    const setting = await citationSetting(pass)
    const style = styleInUse(setting, await styleCsl(pass, setting.style))
    const cited = (await sourceLines(pass)).filter(({ citations }) => citations > 0)
    const shown = cited.slice((page - 1) * pageSize, page * pageSize)
    const entries = await inTurns(setEntries(shown, style))
    return ok({
      project: (await projectWordsRow(pass)).name,
      filter: filter.value,
      total: cited.length,
      entries: shown.map(({ id }, at) => ({ id, runs: entries[at] ?? [] })),
    })
  })
}
