import type { LinkState } from "../domain/change.ts"
import { changesVersion, type Effect, unitsNamed } from "../domain/effect.ts"
import type { Span } from "../domain/unit.ts"
import { verdictOf } from "../domain/verdict.ts"
import { tellOfVerdicts } from "./change-notices.ts"
import { unitsReached } from "./citing-units.ts"
import { currentPolicy, factsReader, inBatches } from "./claim-facts.ts"
import { linkedUnits } from "./linked-units.ts"
import type { DocumentPass, ProjectPass } from "./pass.ts"
import { holdDocuments, holdSome } from "./project-rows.ts"
import { type Cause, saveReopenings } from "./reopening-rows.ts"
import { saveLostFlags, saveRuleFlags, settleRuleFlags } from "./rule-flag-rows.ts"
import type { TextPlace } from "./text-place.ts"

/** Compute again the verdicts that an effect may have changed, and store those that differ. */
export async function refreshVerdicts(pass: DocumentPass, effect: Effect): Promise<void> {
  if (effect.versions || changesVersion(effect)) await saveLostFlags(pass)
  await settleRuleFlags(
    pass,
    (effect.units ?? []).flatMap(({ after }) => (after?.retired ? [after.id] : [])),
  )
  const spans = (effect.flags ?? []).flatMap(({ before, after }) =>
    before?.status === after?.status && before?.blocking === after?.blocking
      ? []
      : [before, after].filter(state => state !== null),
  )
  const ids = [...unitsNamed(effect), ...(await unitsUnder(pass, spans))]
  const elsewhere = await linkedUnits(pass, ids)
  // Held in the order of their ids; whoever holds them in another one is told to begin again.
  const places = elsewhere.size > 0 ? await holdSome(pass, [...elsewhere.keys()]) : []
  const cause = { streamId: pass.documentId, revision: pass.revision }
  // Who labelled a claim that is decided or reopened is told of that, and not of what its verdict does besides.
  const told = new Set((effect.adjudications ?? []).flatMap(({ before, after }) => (after ?? before)?.unitId ?? []))
  const store = await verdictStore(pass, cause, elsewhere.size === 0 ? [] : undefined, told)
  // Another text may have lost claims, or given back what an earlier one lost.
  await store(pass, effect.versions ? null : [...ids, ...(elsewhere.get(pass.documentId) ?? [])])
  for (const place of places)
    if (place.documentId !== pass.documentId) await store(place, elsewhere.get(place.documentId) ?? [])
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
  return storeReached(pass, places, linked)
}

/** Compute again every verdict of the project, as a new policy demands. Answers how many changed. */
export async function refreshAllVerdicts(pass: ProjectPass): Promise<number> {
  const places = await holdDocuments(pass)
  const store = await verdictStore(pass, causeOf(pass))
  let changed = 0
  for (const place of places) changed += await store(place, null)
  return changed
}

/**
 * Compute again the verdicts of the claims that one of these sources reaches, in all documents. Every document is held
 * first, so that no citation is on its way to being stored while the verdicts are computed. Answers how many changed.
 */
export async function refreshCiting(pass: ProjectPass, sourceIds: readonly string[]): Promise<number> {
  const places = await holdDocuments(pass)
  return storeReached(pass, places, await unitsReached(pass, sourceIds))
}

/** Compute again the verdicts of these units, by their documents, which are held. Answers how many changed. */
async function storeReached(
  pass: ProjectPass,
  places: readonly TextPlace[],
  reached: ReadonlyMap<string, readonly string[]>,
): Promise<number> {
  if (reached.size === 0) return 0
  const store = await verdictStore(pass, causeOf(pass))
  let changed = 0
  for (const place of places) changed += await store(place, reached.get(place.documentId) ?? [])
  return changed
}

const causeOf = (pass: ProjectPass): Cause => ({ streamId: pass.projectId, revision: pass.projectRevision })

/**
 * Computes and stores the verdicts of units of one text after another, of all its units when `ids` is null; answers how
 * many changed. `links` are given by who knows which of them concern these units. Policy, links and lineage are read once, so nothing that they hang on may change meanwhile.
 */
async function verdictStore(
  pass: ProjectPass,
  cause: Cause,
  links?: readonly LinkState[],
  told: ReadonlySet<string> = new Set(),
): Promise<(place: TextPlace, ids: readonly string[] | null) => Promise<number>> {
  const { policy } = await currentPolicy(pass)
  const factsOf = await factsReader(pass, "all", links)
  const some = async (place: TextPlace, ids: readonly string[] | null): Promise<number> => {
    const judged = (await factsOf(place, ids)).map(unit => ({ unit, verdict: verdictOf(unit.facts, policy) }))
    await saveRuleFlags(pass, place, judged, policy)
    const changed = judged.flatMap(({ unit: row, verdict }) => {
      const said = row.saidFacts && verdictOf(row.saidFacts, policy).label
      const same = verdict.state === row.state && verdict.label === row.verdict && verdict.by === row.verdictBy
      return same && said === row.said
        ? []
        : [{ id: row.id, was: row.verdict, wasBy: row.verdictBy, wasState: row.state, said, ...verdict }]
    })
    if (changed.length === 0) return 0
    const fallen = changed.flatMap(({ id, was, label }) => (was && !label ? [{ unitId: id, label: was }] : []))
    await saveReopenings(pass, place.documentId, fallen, cause)
    const untold = changed.filter(({ id }) => !told.has(id))
    await tellOfVerdicts(pass, place.documentId, untold, cause)
    return pass.tx.$executeRaw`
      UPDATE "Unit" u SET state = v.state, verdict = v.label, "verdictBy" = v.by, said = v.said
      FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) AS v(id uuid, state text, label text, by text, said text)
      WHERE u.id = v.id AND u."projectId" = ${pass.projectId}::uuid`
  }
  return async (place, ids) => {
    let changed = 0
    for (const part of ids === null ? [null] : inBatches(ids)) changed += await some(place, part)
    return changed
  }
}

async function unitsUnder(pass: DocumentPass, spans: readonly Span[]): Promise<string[]> {
  if (spans.length === 0) return []
  const places = JSON.stringify(spans.map(({ start, end }) => ({ start, end })))
  const rows = await pass.tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT u.id FROM jsonb_to_recordset(${places}::jsonb) AS s(start int, "end" int)
    JOIN "Unit" u ON u."documentId" = ${pass.documentId}::uuid AND u.number = ${pass.number}
      AND u.start < s."end" AND u."end" > s.start
    WHERE u."projectId" = ${pass.projectId}::uuid AND NOT u.retired`
  return rows.map(({ id }) => id)
}
