import type { ProjectPass } from "./pass.ts"

/** The revision of each of the project's documents. */
export async function documentRevisions(pass: ProjectPass): Promise<Record<string, number>> {
  const rows = await pass.tx.document.findMany({
    where: { projectId: pass.projectId },
    select: { id: true, revision: true },
  })
  return Object.fromEntries(rows.map(({ id, revision }) => [id, revision]))
}

/** How many changes the project's documents have had together. */
export async function documentMoves(pass: ProjectPass): Promise<number> {
  const { _sum } = await pass.tx.document.aggregate({
    where: { projectId: pass.projectId },
    _sum: { revision: true },
  })
  return _sum.revision ?? 0
}
