import type { DocumentChange, DocumentChangeKind } from "../domain/change.ts"
import type { EffectPart } from "../domain/effect.ts"
import { changeOf } from "../domain/stored-change.ts"
import type { Done, Standing } from "../domain/undo.ts"
import { citationById, currentAdjudication, currentAnnotation } from "./claim-rows.ts"
import { flagsByIds } from "./flag-act-rows.ts"
import type { DocumentPass } from "./pass.ts"
import { preAnnotationStates } from "./pre-annotation-rows.ts"
import { splitterOf } from "./resplit-rows.ts"
import { bornUnits } from "./unit-rows.ts"

/** One of the actor's changes without what it did. */
export type OwnChange = Omit<Done, "effect" | "of"> & { readonly unitId: string | null }

const page = 500

/** The actor's own changes of the document, the newest first, read page by page for as long as somebody asks. */
export async function* ownChanges(pass: DocumentPass): AsyncGenerator<OwnChange> {
  let below = pass.revision
  for (;;) {
    const rows = await pass.tx.change.findMany({
      where: { streamId: pass.documentId, actorId: pass.actor.id, revision: { lt: below } },
      select: { revision: true, kind: true, undoes: true, unitId: true },
      orderBy: { revision: "desc" },
      take: page,
    })
    for (const row of rows) yield { ...row, kind: row.kind as DocumentChangeKind }
    if (rows.length < page) return
    below = rows.at(-1)!.revision
  }
}

/** One of the actor's changes with what it did. */
export async function withEffect(pass: DocumentPass, { unitId: _unit, ...own }: OwnChange): Promise<Done> {
  const { body } = await pass.tx.change.findUniqueOrThrow({
    where: { streamId_revision: { streamId: pass.documentId, revision: own.revision }, actorId: pass.actor.id },
    select: { body: true },
  })
  const { effect, of, resplit, added } = changeOf(own.kind, body) as DocumentChange
  return { ...own, effect, ...(of && { of }), ...(resplit && { resplit }), ...(added && { added }) }
}

/** The rows that `done` touched, as they stand now. */
export async function standingRows(pass: DocumentPass, done: Done): Promise<Standing> {
  const found = new Map<string, unknown>()
  const note = (part: EffectPart, key: string, state: unknown) => found.set(`${part} ${key}`, state)
  const { units, annotations, citations, flags, adjudications, proposals, splitter, preAnnotations } = done.effect
  const rows = await bornUnits(pass, [
    ...new Set([...touched(units, state => state.id), ...touched(proposals, state => state.id)]),
  ])
  for (const { state, born } of rows) {
    note("units", state.id, state)
    note("proposals", state.id, born && { id: state.id, ...born })
  }
  if (done.effect.versions) note("versions", "document", { number: pass.number })
  if (splitter) note("splitter", "document", { version: await splitterOf(pass) })
  for (const key of touched(annotations, state => `${state.unitId} ${state.reviewerId}`)) {
    const [unitId, reviewerId] = key.split(" ") as [string, string]
    note("annotations", key, await currentAnnotation(pass, unitId, reviewerId))
  }
  for (const id of touched(citations, state => state.id)) note("citations", id, (await citationById(pass, id))?.state)
  const seen = await flagsByIds(
    pass,
    touched(flags, state => state.id),
  )
  for (const [id, { state }] of seen) note("flags", id, state)
  const suggested = await preAnnotationStates(
    pass,
    touched(preAnnotations, state => state.id),
  )
  for (const state of suggested) note("preAnnotations", state.id, state)
  for (const unitId of touched(adjudications, state => state.unitId)) {
    const decision = await currentAdjudication(pass, unitId)
    if (decision) {
      const { editor: _name, ...state } = decision
      note("adjudications", unitId, state)
    }
  }
  return (part, key) => found.get(`${part} ${key}`) ?? null
}

/**
 * Names of those who labelled, cited or decided on one of these units and whose work is current: of others, and with
 * `everybody` of the actor too.
 */
export async function atWork(pass: DocumentPass, unitIds: readonly string[], everybody: boolean): Promise<string[]> {
  const rows = await pass.tx.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT p.name FROM "User" p JOIN (
      SELECT "reviewerId" AS who FROM "Annotation" WHERE current AND "unitId" = ANY(${unitIds}::uuid[])
      UNION SELECT "authorId" FROM "Citation" WHERE "withdrawnAt" IS NULL AND "unitId" = ANY(${unitIds}::uuid[])
      UNION SELECT "editorId" FROM "Adjudication" WHERE current AND "unitId" = ANY(${unitIds}::uuid[])
    ) w ON w.who = p.id
    WHERE ${everybody} OR p.id <> ${pass.actor.id}::uuid ORDER BY p.name`
  return rows.map(row => row.name)
}

function touched<S>(
  steps: readonly { before: S | null; after: S | null }[] | undefined,
  key: (state: S) => string,
): string[] {
  const states = (steps ?? []).flatMap(step => [step.before, step.after]).filter(state => state !== null)
  return [...new Set(states.map(key))]
}
