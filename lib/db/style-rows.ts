import type { ArchiveForm, CitationLocale, CitationSetting } from "../domain/citation-setting.ts"
import { isId, type ProjectPass } from "./pass.ts"

/** How the project sets its sources. */
export async function citationSetting(pass: ProjectPass): Promise<CitationSetting> {
  const { citationStyle, citationLocale, archiveForm } = await pass.tx.project.findUniqueOrThrow({
    where: { id: pass.projectId },
    select: { citationStyle: true, citationLocale: true, archiveForm: true },
  })
  return { style: citationStyle, locale: citationLocale as CitationLocale, archives: archiveForm as ArchiveForm }
}

export async function saveSetting(pass: ProjectPass, { style, locale, archives }: CitationSetting): Promise<void> {
  const data = { citationStyle: style, citationLocale: locale, archiveForm: archives }
  await pass.tx.project.update({ where: { id: pass.projectId }, data })
}

/** The styles that were uploaded, by title. */
export const uploadedStyles = (pass: ProjectPass): Promise<{ id: string; title: string }[]> =>
  pass.tx.citationStyle.findMany({
    where: { projectId: pass.projectId },
    select: { id: true, title: true },
    orderBy: [{ title: "asc" }, { id: "asc" }],
  })

/** The CSL of an uploaded style; null when the project has no such style. */
export async function styleCsl(pass: ProjectPass, id: string): Promise<string | null> {
  if (!isId(id)) return null
  const row = await pass.tx.citationStyle.findFirst({ where: { id, projectId: pass.projectId }, select: { csl: true } })
  return row?.csl ?? null
}

/** Store a style; false when its id belongs to another one already. */
export async function insertStyle(
  pass: ProjectPass,
  style: { readonly id: string; readonly title: string; readonly csl: string },
): Promise<boolean> {
  const data = { ...style, projectId: pass.projectId, createdBy: pass.actor.id, createdAt: pass.at }
  return (await pass.tx.citationStyle.createMany({ data, skipDuplicates: true })).count > 0
}
