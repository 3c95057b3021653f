import type { Effect, ProposalState, Step, UnitState } from "../domain/effect.ts"
import type { DocumentPass } from "./pass.ts"
import { insertUnits } from "./unit-rows.ts"

/** Rows that one statement writes. */
const batch = 1_000

/** What is written of a unit's row: what it is, and what is proposed for it; what is left out stays. */
interface Write {
  readonly id: string
  readonly unit?: Pick<UnitState, "kind" | "rules" | "cues" | "retired">
  readonly proposal?: ProposalState
  readonly proposed?: boolean
}

/**
 * Write what an effect does to units in statements for a thousand rows: new units of the splitter, units that stay
 * where they are, and what is proposed for them. Answers the steps that are left: new units of a person, and moves.
 */
export async function applyInBulk(
  pass: DocumentPass,
  { units = [], proposals = [], splitter = [] }: Effect,
  told: (share: number) => void,
): Promise<Step<UnitState>[]> {
  const made = units.flatMap(({ before, after }) => (!before && after?.origin === "splitter" ? [after] : []))
  const kept = units.filter(({ before, after }) => before && after && sameSpan(before, after))
  const writes = writesOf(kept, proposals, new Set(made.map(({ id }) => id)))
  const total = Math.max(1, made.length + writes.length)
  if (made.length > 0) await insertMade(pass, made, done => told(done / total))
  for (let from = 0; from < writes.length; from += batch) {
    await update(pass, writes.slice(from, from + batch))
    told((made.length + Math.min(writes.length, from + batch)) / total)
  }
  for (const { after } of splitter) if (after) await updateSplitter(pass, after.version)
  const inBulk = new Set(kept)
  return units.filter(step => !inBulk.has(step) && (step.before !== null || step.after?.origin !== "splitter"))
}

const sameSpan = (a: UnitState, b: UnitState) => a.start === b.start && a.end === b.end

/** One write a row. What is made is stored as proposed, so nothing is left to write for it. */
function writesOf(
  kept: readonly Step<UnitState>[],
  proposals: readonly Step<ProposalState>[],
  made: ReadonlySet<string>,
): Write[] {
  const writes = new Map<string, Write>()
  for (const { after } of kept) {
    const { id, kind, rules, cues, retired } = after!
    writes.set(id, { id, unit: { kind, rules, cues, retired } })
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
  told: (done: number) => void,
): Promise<void> {
  const { documentId, number } = pass
  const where = { documentId_number: { documentId, number } }
  const { length } = await pass.tx.version.findUniqueOrThrow({ where, select: { length: true } })
  const ids = units.map(({ id }) => id)
  const rows = units.map(({ start, end, kind, rules, cues }) => ({ start, end, kind, rules, cues }))
  await insertUnits(pass, { documentId, number, length }, rows, ids, told)
}

async function update(pass: DocumentPass, writes: readonly Write[]): Promise<void> {
  const count = await pass.tx.$executeRaw`
    UPDATE "Unit" u SET
      kind = coalesce(n.unit->>'kind', u.kind),
      rules = CASE WHEN n.unit IS NULL THEN u.rules ELSE ARRAY(SELECT jsonb_array_elements_text(n.unit->'rules')) END,
      cues = coalesce(n.unit->'cues', u.cues),
      retired = coalesce((n.unit->>'retired')::boolean, u.retired),
      version = u.version + (n.unit IS NOT NULL)::int,
      "bornStart" = coalesce((n.proposal->>'start')::int, u."bornStart"),
      "bornEnd" = coalesce((n.proposal->>'end')::int, u."bornEnd"),
      "bornKind" = coalesce(n.proposal->>'kind', u."bornKind"),
      "bornCues" = coalesce(n.proposal->'cues', u."bornCues"),
      proposed = coalesce(n.proposed, u.proposed)
    FROM jsonb_to_recordset(${JSON.stringify(writes)}::jsonb) AS n(id uuid, unit jsonb, proposal jsonb, proposed boolean)
    WHERE u.id = n.id AND u."projectId" = ${pass.projectId}::uuid AND u."documentId" = ${pass.documentId}::uuid`
  if (count !== writes.length) throw new Error(`An effect met ${count} rows where it expected ${writes.length}.`)
}

const updateSplitter = ({ tx, projectId, documentId, number }: DocumentPass, splitterVersion: number) =>
  tx.version.updateMany({ where: { projectId, documentId, number }, data: { splitterVersion } })
