import type { Reliability } from "../domain/grade.ts"
import { Prisma } from "./generated/client.ts"
import type { ProjectPass } from "./pass.ts"
import { shownName } from "./sight.ts"

export interface GradingRow {
  readonly id: string
  readonly reliability: Reliability
  readonly reason: string
  readonly editor: string
  readonly at: Date
}

/** Every grading of a source, the newest first. */
export const gradings = (pass: ProjectPass, sourceId: string): Promise<GradingRow[]> =>
  pass.tx.$queryRaw<GradingRow[]>`
    SELECT g.id, g.reliability, g.reason, ${shownName(pass, Prisma.sql`p`)} AS editor, g."createdAt" AS at
    FROM "Grading" g JOIN "User" p ON p.id = g."gradedBy"
    WHERE g."projectId" = ${pass.projectId}::uuid AND g."sourceId" = ${sourceId}::uuid
    ORDER BY g."createdAt" DESC, g.id DESC`

/** Grade a source; false when the grading's id belongs to another one already. */
export async function saveGrading(
  pass: ProjectPass,
  { id, sourceId, reliability, reason }: Pick<GradingRow, "id" | "reliability" | "reason"> & { sourceId: string },
): Promise<boolean> {
  const { projectId, actor, at } = pass
  const data = { id, projectId, sourceId, reliability, reason, gradedBy: actor.id, createdAt: at }
  if ((await pass.tx.grading.createMany({ data, skipDuplicates: true })).count === 0) return false
  await pass.tx.source.updateMany({ where: { id: sourceId, projectId }, data: { reliability } })
  return true
}
