import { type Effect, type ProposalState, type Step, type UnitState, versionOf } from "../domain/effect.ts"
import type { DocumentPass } from "./pass.ts"
import type { TextPlace } from "./text-place.ts"
import { insertUnits } from "./unit-rows.ts"

/** Rows that one statement writes. */
const batch = 1_000

/** What is written of a unit's row: what it is, and what is proposed for it; what is left out stays. */
interface Write {
  readonly id: string
  readonly unit?: Pick<UnitState, "start" | "end" | "kind" | "rules" | "cues" | "retired"> & { readonly number: number }
  readonly proposal?: ProposalState
  readonly proposed?: boolean
}

/**
 * Write what an effect does to units in statements for a thousand rows: new units of the splitter, units that were
 * there, also those that move to another version, and what is proposed for them. Answers the steps that are left: new
 * units of a person. Lengths of texts are read from the versions.
 */
export async function applyInBulk(
  pass: DocumentPass,
  { units = [], proposals = [], splitter = [] }: Effect,
  told: (share: number) => void,
): Promise<Step<UnitState>[]> {
  const made = units.flatMap(({ before, after }) => (!before && after?.origin === "splitter" ? [after] : []))
  const kept = units.filter(({ before, after }) => before && after)
  const writes = writesOf(kept, proposals, new Set(made.map(({ id }) => id)))
  const total = Math.max(1, made.length + writes.length)
  const named = new Set(proposals.flatMap(({ after }) => (after ? [after.id] : [])))
  if (made.length > 0) await insertMade(pass, made, named, done => told(done / total))
  for (let from = 0; from < writes.length; from += batch) {
    await update(pass, writes.slice(from, from + batch))
    told((made.length + Math.min(writes.length, from + batch)) / total)
  }
  for (const { after } of splitter) if (after) await updateSplitter(pass, after.version)
  return units.filter(({ before, after }) => !before && after?.origin === "person")
}

/** One write a row. What is made is stored as proposed, so nothing is left to write for it. */
function writesOf(
  kept: readonly Step<UnitState>[],
  proposals: readonly Step<ProposalState>[],
  made: ReadonlySet<string>,
): Write[] {
  const writes = new Map<string, Write>()
  for (const { after } of kept) {
    const { id, start, end, kind, rules, cues, retired } = after!
    writes.set(id, { id, unit: { number: versionOf(after!), start, end, kind, rules, cues, retired } })
  }
  for (const { before, after } of proposals) {
    const id = (after ?? before)!.id
    if (!made.has(id))
      writes.set(id, { id, ...writes.get(id), ...(after && { proposal: after }), proposed: after !== null })
  }
  return [...writes.values()]
}

async function insertMade(
  pass: DocumentPass,
  units: readonly UnitState[],
  named: ReadonlySet<string>,
  told: (done: number) => void,
): Promise<void> {
  const { documentId } = pass
  const number = versionOf(units[0]!)
  const length = await textLength(pass, number)
  const ids = units.map(({ id }) => id)
  const rows = units.map(({ id, start, end, kind, rules, cues, retired }) => {
    const proposed = named.has(id)
    return { start, end, kind, rules, cues, ...((retired || !proposed) && { retired, proposed }) }
  })
  await insertUnits(pass, { documentId, number, length }, rows, ids, told)
}

/** Length of the text of one of the document's versions. */
export async function textLength(pass: DocumentPass, number: TextPlace["number"]): Promise<number> {
  const where = { documentId_number: { documentId: pass.documentId, number } }
  return (await pass.tx.version.findUniqueOrThrow({ where, select: { length: true } })).length
}

async function update(pass: DocumentPass, writes: readonly Write[]): Promise<void> {
  const count = await pass.tx.$executeRaw`
    UPDATE "Unit" u SET
      number = coalesce(v.number, u.number),
      length = coalesce(v.length, u.length),
      start = coalesce((n.unit->>'start')::int, u.start),
      "end" = coalesce((n.unit->>'end')::int, u."end"),
      kind = coalesce(n.unit->>'kind', u.kind),
      rules = CASE WHEN n.unit IS NULL THEN u.rules ELSE ARRAY(SELECT jsonb_array_elements_text(n.unit->'rules')) END,
      cues = coalesce(n.unit->'cues', u.cues),
      retired = coalesce((n.unit->>'retired')::boolean, u.retired),
      version = u.version + (n.unit IS NOT NULL)::int,
      "bornStart" = coalesce((n.proposal->>'start')::int, CASE WHEN v.number <> u.number THEN (n.unit->>'start')::int ELSE u."bornStart" END),
      "bornEnd" = coalesce((n.proposal->>'end')::int, CASE WHEN v.number <> u.number THEN (n.unit->>'end')::int ELSE u."bornEnd" END),
      "bornKind" = coalesce(n.proposal->>'kind', u."bornKind"),
      "bornCues" = coalesce(n.proposal->'cues', u."bornCues"),
      proposed = coalesce(n.proposed, u.proposed)
    FROM jsonb_to_recordset(${JSON.stringify(writes)}::jsonb) AS n(id uuid, unit jsonb, proposal jsonb, proposed boolean)
      LEFT JOIN "Version" v ON v."documentId" = ${pass.documentId}::uuid AND v.number = (n.unit->>'number')::int
    WHERE u.id = n.id AND u."projectId" = ${pass.projectId}::uuid AND u."documentId" = ${pass.documentId}::uuid`
  if (count !== writes.length) throw new Error(`An effect met ${count} rows where it expected ${writes.length}.`)
}

const updateSplitter = ({ tx, projectId, documentId, number }: DocumentPass, splitterVersion: number) =>
  tx.version.updateMany({ where: { projectId, documentId, number }, data: { splitterVersion } })
