import { sameAs } from "../domain/claim-link.ts"
import { claimLinks } from "./claim-link-rows.ts"
import type { ProjectPass } from "./pass.ts"

/** The units linked with these, directly or over others, by their documents. These are among them as far as they are linked. */
export async function linkedUnits(
  pass: ProjectPass,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const links = await claimLinks(pass)
  const near = sameAs(links, ids)
  const touched = links.filter(({ unitAId, unitBId }) => near.has(unitAId) || near.has(unitBId))
  const found = new Map<string, string[]>()
  const note = (documentId: string, id: string) => {
    const list = found.get(documentId) ?? []
    if (!list.includes(id)) found.set(documentId, [...list, id])
  }
  for (const { unitAId, documentAId, unitBId, documentBId } of touched) {
    note(documentAId, unitAId)
    note(documentBId, unitBId)
  }
  return found
}
