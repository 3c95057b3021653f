import type { DerivationState } from "../domain/change.ts"
import type { DerivationKind } from "../domain/lineage.ts"
import { mergedSources } from "./merged-sources.ts"
import type { ProjectPass } from "./pass.ts"

/**
 * What derives from what in the project, without what was taken back. Merged records stand as the source that they
 * count as; what two of them say alike is there twice.
 */
export async function derivations(pass: ProjectPass): Promise<DerivationState[]> {
  const merged = await mergedSources(pass)
  const counting = (id: string) => merged.get(id) ?? id
  const rows = await pass.tx.derivation.findMany({
    where: { projectId: pass.projectId, withdrawnAt: null },
    select: { id: true, derivedId: true, originId: true, how: true, note: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  })
  return rows.map(({ how, derivedId, originId, ...row }) => ({
    ...row,
    derivedId: counting(derivedId),
    originId: counting(originId),
    how: how as DerivationKind,
  }))
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
