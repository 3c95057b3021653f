import type { DerivationState } from "../domain/change.ts"
import type { DerivationKind } from "../domain/lineage.ts"
import type { ProjectPass } from "./pass.ts"

/** What derives from what in the project, without what was taken back. */
export async function derivations(pass: ProjectPass): Promise<DerivationState[]> {
  const rows = await pass.tx.derivation.findMany({
    where: { projectId: pass.projectId, withdrawnAt: null },
    select: { id: true, derivedId: true, originId: true, how: true, note: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  })
  return rows.map(row => ({ ...row, how: row.how as DerivationKind }))
}

/** State that a source derives from another; false when the row's id belongs to another one already. */
export async function saveDerivation(pass: ProjectPass, derivation: DerivationState): Promise<boolean> {
  const { projectId, actor, at } = pass
  const data = { ...derivation, projectId, statedBy: actor.id, createdAt: at }
  if (await pass.tx.derivation.findUnique({ where: { id: derivation.id }, select: { id: true } })) return false
  await pass.tx.derivation.create({ data })
  return true
}

export async function saveDerivationWithdrawal(pass: ProjectPass, id: string): Promise<void> {
  const where = { id, projectId: pass.projectId, withdrawnAt: null }
  await pass.tx.derivation.updateMany({ where, data: { withdrawnAt: pass.at } })
}
