import type { Blindness, DocumentBlindness } from "../domain/blindness.ts"
import type { DocumentPass, ProjectPass } from "./pass.ts"

/** What reviewers see of each other in the project. */
export const projectBlindness = (pass: ProjectPass): Promise<Blindness> =>
  pass.tx.project.findUniqueOrThrow({ where: { id: pass.projectId }, select: { blind: true, pseudonyms: true } })

export async function saveBlindness(pass: ProjectPass, after: Blindness): Promise<void> {
  await pass.tx.project.update({ where: { id: pass.projectId }, data: after })
}

/** A document's own rule, or null when it has none; undefined when the project has no such document. */
export async function documentBlindness(pass: ProjectPass, id: string): Promise<DocumentBlindness | undefined> {
  const row = await pass.tx.document.findFirst({ where: { id, projectId: pass.projectId }, select: { blind: true } })
  return row?.blind
}

/** Whether the document is reviewed blind, by its own rule or the project's. */
export const reviewedBlind = async (pass: DocumentPass): Promise<boolean> =>
  (await documentBlindness(pass, pass.documentId)) ?? pass.sight.blind

export async function saveDocumentBlindness(pass: ProjectPass, id: string, blind: DocumentBlindness): Promise<void> {
  await pass.tx.document.updateMany({ where: { id, projectId: pass.projectId }, data: { blind } })
}
