import { agreement } from "../../lib/queries/agreement.ts"
import { agreementClaims } from "../../lib/queries/agreement-claims.ts"
import { agreementFile } from "../../lib/queries/agreement-file.ts"
import { claimOpinion, secondOpinion } from "../../lib/queries/second-opinion.ts"
import { inProject, place } from "./access-inputs.ts"
import { type Row, row } from "./access-row.ts"

const everyMember = "ok ok ok ok not-found not-found signed-out"

/** Who sees how far people agree, and what a model makes of their labels. */
export const agreementRows: readonly Row[] = [
  row(
    "agreement",
    "GET projects/[projectId]/agreement",
    everyMember,
    (actor, { projectId }: { projectId: string }) => agreement(actor, projectId, {}),
    inProject,
  ),
  row(
    "agreementClaims",
    "GET projects/[projectId]/agreement/claims",
    everyMember,
    (actor, { projectId }: { projectId: string }) => agreementClaims(actor, projectId, {}),
    inProject,
  ),
  row(
    "agreementFile",
    "GET projects/[projectId]/agreement/file",
    everyMember,
    (actor, { projectId }: { projectId: string }) => agreementFile(actor, projectId, {}),
    inProject,
  ),
  row(
    "secondOpinion",
    "GET projects/[projectId]/agreement/second-opinion",
    everyMember,
    (actor, { projectId }: { projectId: string }) => secondOpinion(actor, projectId, {}),
    inProject,
  ),
  row(
    "claimOpinion",
    "GET documents/[documentId]/claims/[unitId]/opinion",
    everyMember,
    (actor, { documentId, unitId }: { documentId: string; unitId: string }) => claimOpinion(actor, documentId, unitId),
    async room => {
      const { documentId, unitId } = await place(room)
      return { documentId, unitId }
    },
  ),
]
