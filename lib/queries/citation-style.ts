import { type Actor, readProject } from "../db/pass.ts"
import { projectWordsRow, sourceLines } from "../db/project-lists.ts"
import { citationSetting, styleCsl, uploadedStyles } from "../db/style-rows.ts"
import { offers } from "../domain/access.ts"
import { ok } from "../domain/failure.ts"
import { setSource, styleInUse } from "../formats/set-source.ts"

/** Sources that the sample shows. */
const sampled = 4

/** How the project sets its sources, what it can choose from, and the first of its sources so set. */
export const citationStyle = (actor: Actor, projectId: string) =>
  readProject(actor, projectId, "project.read", async pass => {
    const setting = await citationSetting(pass)
    const style = styleInUse(setting, await styleCsl(pass, setting.style))
    const all = await sourceLines(pass)
    const shown = [...all].sort((a, b) => b.citations - a.citations).slice(0, sampled)
    return ok({
      project: (await projectWordsRow(pass)).name,
      offers: offers(pass.role),
      setting,
      uploaded: await uploadedStyles(pass),
      sample: shown.map(({ id, csl, archive }) => ({ id, ...setSource({ id, csl, archive }, style) })),
    })
  })

type Answer = Awaited<ReturnType<typeof citationStyle>>
export type CitationStylePage = Extract<Answer, { ok: true }>["value"]
