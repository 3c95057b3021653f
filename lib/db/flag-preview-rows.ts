import type { Span } from "../domain/unit.ts"
import type { DocumentPass } from "./pass.ts"

/** The live claims of the document's text that a span touches, in order, the first `most` of them. */
export const claimsUnder = (pass: DocumentPass, { start, end }: Span, most: number) =>
  pass.tx.unit.findMany({
    where: {
      projectId: pass.projectId,
      documentId: pass.documentId,
      number: pass.number,
      retired: false,
      kind: "claim",
      start: { lt: end },
      end: { gt: start },
    },
    select: { id: true, start: true, end: true },
    orderBy: { start: "asc" },
    take: most,
  })

/** What a rule found, as its flag keeps it; null for a flag that a person raised. */
export async function flagDetail(pass: DocumentPass, id: string): Promise<unknown> {
  const where = { id, projectId: pass.projectId, documentId: pass.documentId }
  return (await pass.tx.flag.findFirst({ where, select: { detail: true } }))?.detail ?? null
}
