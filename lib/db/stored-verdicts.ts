import { type Effect, unitsNamed } from "../domain/effect.ts"
import type { Span } from "../domain/unit.ts"
import { verdictOf } from "../domain/verdict.ts"
import { unitsReached } from "./citing-units.ts"
import { claimFacts, currentPolicy, inBatches } from "./claim-facts.ts"
import { linkedUnits } from "./linked-units.ts"
import type { DocumentPass, ProjectPass } from "./pass.ts"
import { holdDocuments, holdSome } from "./project-rows.ts"
import { type Cause, saveReopenings } from "./reopening-rows.ts"

/** A text whose units point into one of its versions. */
interface TextPlace {
  readonly documentId: string
  readonly number: number
}

/** Compute again the verdicts that an effect may have changed, and store those that differ. */
export async function refreshVerdicts(pass: DocumentPass, effect: Effect): Promise<void> {
  const spans = (effect.flags ?? []).flatMap(step => [step.before, step.after].filter(state => state !== null))
  const ids = [...unitsNamed(effect), ...(await unitsUnder(pass, spans))]
  const cause = { streamId: pass.documentId, revision: pass.revision }
  const elsewhere = await linkedUnits(pass, ids)
  // Held in the order of their ids; whoever holds them in another one is told to begin again.
  const places = elsewhere.size > 0 ? await holdSome(pass, [...elsewhere.keys()]) : []
  await storeBatches(pass, pass, [...ids, ...(elsewhere.get(pass.documentId) ?? [])], cause)
  for (const place of places)
    if (place.documentId !== pass.documentId)
      await storeBatches(pass, place, elsewhere.get(place.documentId) ?? [], cause)
}

/**
 * Compute again the verdicts of these units and of all that are linked with them, in whatever documents, once `then`
 * is done. Answers how many changed.
 */
export async function refreshLinked(
  pass: ProjectPass,
  ids: readonly string[],
  then: () => Promise<void> = async () => {},
): Promise<number> {
  const places = await holdDocuments(pass)
  const linked = await linkedUnits(pass, ids)
  await then()
  let changed = 0
  for (const place of places)
    changed += await storeBatches(pass, place, linked.get(place.documentId) ?? [], causeOf(pass))
  return changed
}

async function storeBatches(
  pass: ProjectPass,
  place: TextPlace,
  ids: readonly string[],
  cause: Cause,
): Promise<number> {
  let changed = 0
  for (const some of inBatches(ids)) changed += await storeVerdicts(pass, place, some, cause)
  return changed
}

/** Compute again every verdict of the project, as a new policy demands. Answers how many changed. */
export async function refreshAllVerdicts(pass: ProjectPass): Promise<number> {
  let changed = 0
  for (const place of await holdDocuments(pass)) changed += await storeVerdicts(pass, place, null, causeOf(pass))
  return changed
}

/**
 * Compute again the verdicts of the claims that one of these sources reaches, in all documents. Every document is held
 * first, so that no citation is on its way to being stored while the verdicts are computed. Answers how many changed.
 */
export async function refreshCiting(pass: ProjectPass, sourceIds: readonly string[]): Promise<number> {
  const places = await holdDocuments(pass)
  const reached = await unitsReached(pass, sourceIds)
  let changed = 0
  for (const place of places)
    changed += await storeBatches(pass, place, reached.get(place.documentId) ?? [], causeOf(pass))
  return changed
}

const causeOf = (pass: ProjectPass): Cause => ({ streamId: pass.projectId, revision: pass.projectRevision })

async function storeVerdicts(
  pass: ProjectPass,
  place: TextPlace,
  ids: readonly string[] | null,
  cause: Cause,
): Promise<number> {
  const { policy } = await currentPolicy(pass)
  const changed = (await claimFacts(pass, place, ids)).flatMap(row => {
    const verdict = verdictOf(row.facts, policy)
    const said = row.saidFacts && verdictOf(row.saidFacts, policy).label
    const same = verdict.state === row.state && verdict.label === row.verdict && verdict.by === row.verdictBy
    return same && said === row.said ? [] : [{ id: row.id, was: row.verdict, said, ...verdict }]
  })
  if (changed.length === 0) return 0
  const fallen = changed.flatMap(({ id, was, label }) => (was && !label ? [{ unitId: id, label: was }] : []))
  await saveReopenings(pass, place.documentId, fallen, cause)
  return pass.tx.$executeRaw`
    UPDATE "Unit" u SET state = v.state, verdict = v.label, "verdictBy" = v.by, said = v.said
    FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) AS v(id uuid, state text, label text, by text, said text)
    WHERE u.id = v.id AND u."projectId" = ${pass.projectId}::uuid`
}

async function unitsUnder(pass: DocumentPass, spans: readonly Span[]): Promise<string[]> {
  const found: string[] = []
  for (const { start, end } of spans) {
    const rows = await pass.tx.unit.findMany({
      where: {
        projectId: pass.projectId,
        documentId: pass.documentId,
        number: pass.number,
        retired: false,
        start: { lt: end },
        end: { gt: start },
      },
      select: { id: true },
    })
    found.push(...rows.map(row => row.id))
  }
  return found
}
