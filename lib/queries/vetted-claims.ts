import { type Actor, readProject } from "../db/pass.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import type { LeftOutClaim, VettedClaim, VettedClaims, VettedDocument } from "../domain/vetted-claims.ts"
import { exportParts, exportPlan } from "./export-parts.ts"
import { styleOf } from "./style-of.ts"

/**
 * What a project, or one document of it, exports at this moment: the vetted claims with everything they rest on,
 * and what is left out with the reason.
 */
export const vettedClaims = (
  actor: Actor,
  projectId: string,
  choice: { readonly documentId?: string } = {},
): Promise<Result<VettedClaims>> =>
  readProject(actor, projectId, "claims.export", async pass => {
    const all = { ...choice, quotes: true }
    const plan = await exportPlan(pass, all)
    if (choice.documentId && plan.documents.length === 0) return fail({ code: "not-found" })
    const { project, policyVersion, sources } = plan
    const documents = new Map<string, VettedDocument & { claims: VettedClaim[]; leftOut: LeftOutClaim[] }>()
    for await (const { document, claims, leftOut } of exportParts(pass, all, plan)) {
      const { chosen: _chosen, unfit: _unfit, unvetted: _unvetted, ...row } = document
      const known = documents.get(row.documentId) ?? { ...row, claims: [], leftOut: [] }
      known.claims.push(...claims)
      known.leftOut.push(...leftOut)
      documents.set(row.documentId, known)
    }
    const style = await styleOf(pass)
    return ok({
      projectId,
      project,
      policyVersion,
      exportedAt: pass.at,
      documents: [...documents.values()],
      sources,
      style,
    })
  })
