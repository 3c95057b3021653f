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

/** The uploaded styles that can be chosen, by title. */
export const uploadedStyles = (pass: ProjectPass): Promise<{ id: string; title: string }[]> =>
  pass.tx.citationStyle.findMany({
    where: { projectId: pass.projectId, retiredAt: null },
    select: { id: true, title: true },
    orderBy: [{ title: "asc" }, { id: "asc" }],
  })

/** The CSL of an uploaded style; null when the project has no such style. */
export async function styleCsl(pass: ProjectPass, id: string): Promise<string | null> {
  if (!isId(id)) return null
  return (await styleById(pass, id))?.csl ?? null
}

/** An uploaded style that can be chosen. */
export const styleById = (
  pass: ProjectPass,
  id: string,
): Promise<{ readonly title: string; readonly csl: string } | null> =>
  pass.tx.citationStyle.findFirst({
    where: { id, projectId: pass.projectId, retiredAt: null },
    select: { title: true, csl: true },
  })

export async function saveStyleRetirement(pass: ProjectPass, id: string): Promise<void> {
  await pass.tx.citationStyle.updateMany({ where: { id, projectId: pass.projectId }, data: { retiredAt: pass.at } })
}

/** Store a style; false when its id belongs to another one already. */
export async function insertStyle(
  pass: ProjectPass,
  style: { readonly id: string; readonly title: string; readonly csl: string },
): Promise<boolean> {
  const data = { ...style, projectId: pass.projectId, createdBy: pass.actor.id, createdAt: pass.at }
  return (await pass.tx.citationStyle.createMany({ data, skipDuplicates: true })).count > 0
}
