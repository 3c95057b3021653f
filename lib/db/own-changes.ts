import type { DocumentChange, DocumentChangeKind } from "../domain/change.ts"
import type { EffectPart } from "../domain/effect.ts"
import type { Done, Standing } from "../domain/undo.ts"
import { citationById, currentAdjudication, currentAnnotation, flagById } from "./claim-rows.ts"
import type { DocumentPass } from "./pass.ts"
import { unitById } from "./unit-rows.ts"

/** How many of a person's latest changes undo looks at. */
const reach = 200

/** The actor's own latest changes of the document, newest first. */
export async function ownChanges(pass: DocumentPass): Promise<(Done & { unitId: string | null })[]> {
  const rows = await pass.tx.change.findMany({
    where: { streamId: pass.documentId, projectId: pass.projectId, actorId: pass.actor.id },
    orderBy: { revision: "desc" },
    take: reach,
  })
  return rows.map(row => {
    const { effect, of } = JSON.parse(row.body) as DocumentChange
    const kind = row.kind as DocumentChangeKind
    return { revision: row.revision, kind, effect, undoes: row.undoes, unitId: row.unitId, ...(of && { of }) }
  })
}

/** The rows that `done` touched, as they stand now. */
export async function standingRows(pass: DocumentPass, done: Done): Promise<Standing> {
  const found = new Map<string, unknown>()
  const note = (part: EffectPart, key: string, state: unknown) => found.set(`${part} ${key}`, state)
  const { units, annotations, citations, flags, adjudications } = done.effect
  for (const id of touched(units, state => state.id)) note("units", id, (await unitById(pass, id))?.state)
  for (const key of touched(annotations, state => `${state.unitId} ${state.reviewerId}`)) {
    const [unitId, reviewerId] = key.split(" ") as [string, string]
    note("annotations", key, await currentAnnotation(pass, unitId, reviewerId))
  }
  for (const id of touched(citations, state => state.id)) note("citations", id, (await citationById(pass, id))?.state)
  for (const id of touched(flags, state => state.id)) note("flags", id, (await flagById(pass, id))?.state)
  for (const unitId of touched(adjudications, state => state.unitId)) {
    const decision = await currentAdjudication(pass, unitId)
    if (decision) {
      const { editor: _name, ...state } = decision
      note("adjudications", unitId, state)
    }
  }
  return (part, key) => found.get(`${part} ${key}`) ?? null
}

/** Names of others who labelled, cited or decided on one of these units and whose work is current. */
export async function othersAtWork(pass: DocumentPass, unitIds: readonly string[]): Promise<string[]> {
  const rows = await pass.tx.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT p.name FROM "User" p JOIN (
      SELECT "reviewerId" AS who FROM "Annotation" WHERE current AND "unitId" = ANY(${unitIds}::uuid[])
      UNION SELECT "authorId" FROM "Citation" WHERE "withdrawnAt" IS NULL AND "unitId" = ANY(${unitIds}::uuid[])
      UNION SELECT "editorId" FROM "Adjudication" WHERE current AND "unitId" = ANY(${unitIds}::uuid[])
    ) w ON w.who = p.id
    WHERE p.id <> ${pass.actor.id}::uuid ORDER BY p.name`
  return rows.map(row => row.name)
}

function touched<S>(
  steps: readonly { before: S | null; after: S | null }[] | undefined,
  key: (state: S) => string,
): string[] {
  const states = (steps ?? []).flatMap(step => [step.before, step.after]).filter(state => state !== null)
  return [...new Set(states.map(key))]
}
