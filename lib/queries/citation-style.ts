import { type Actor, type ProjectPass, readProject } from "../db/pass.ts"
import { projectWordsRow, sourceLines } from "../db/project-lists.ts"
import { citationSetting, styleCsl, uploadedStyles } from "../db/style-rows.ts"
import { offers } from "../domain/access.ts"
import { isStyleId, type StyleInUse } from "../domain/citation-setting.ts"
import { fail, ok } from "../domain/failure.ts"
import { styleInUse } from "../formats/style-in-use.ts"
import { setSource } from "../press/set-source.ts"
import { sampleChoice } from "../schema/style-input.ts"
import { readFilter } from "./read-filter.ts"
import { styleOf } from "./style-of.ts"

/** Sources that the sample shows. */
const sampled = 4

/** How the project sets its sources, what it can choose from, and the most cited of its sources so set. */
export async function citationStyle(actor: Actor, projectId: string) {
  const found = await readProject(actor, projectId, "project.read", async pass =>
    ok({
      project: (await projectWordsRow(pass)).name,
      offers: offers(pass.role),
      setting: await citationSetting(pass),
      uploaded: await uploadedStyles(pass),
      style: await styleOf(pass),
      shown: await mostCited(pass),
    }),
  )
  if (!found.ok) return found
  const { style, shown, ...page } = found.value
  return ok({ ...page, sample: await setSample(shown, style) })
}

/** The most cited sources as a setting would have them that nobody has chosen yet. */
export async function citationSample(actor: Actor, projectId: string, input: unknown) {
  const asked = readFilter(sampleChoice, input)
  if (!asked.ok) return asked
  const setting = asked.value
  const found = await readProject(actor, projectId, "project.read", async pass => {
    const csl = await styleCsl(pass, setting.style)
    if (!isStyleId(setting.style) && csl === null) return fail({ code: "not-found" })
    return ok({ style: styleInUse(setting, csl), shown: await mostCited(pass) })
  })
  if (!found.ok) return found
  return ok({ sample: await setSample(found.value.shown, found.value.style) })
}
citationSample.input = sampleChoice

const mostCited = async (pass: ProjectPass) =>
  [...(await sourceLines(pass))]
    .sort((a, b) => b.citations - a.citations)
    .slice(0, sampled)
    .map(({ id, csl, archive, line }) => ({ id, csl, archive, line }))

const setSample = (sources: Awaited<ReturnType<typeof mostCited>>, style: StyleInUse) =>
  Promise.all(sources.map(async source => ({ id: source.id, ...(await setSource(source, style)) })))

type Answer = Awaited<ReturnType<typeof citationStyle>>
export type CitationStylePage = Extract<Answer, { ok: true }>["value"]
