import type { Effect, ProposalState, Step, UnitState } from "../domain/effect.ts"
import type { DocumentPass } from "./pass.ts"
import { insertUnits } from "./unit-rows.ts"

/** Rows that one statement writes. */
const batch = 1_000

/**
 * Write what an effect does to units in statements for a thousand rows: new units of the splitter, units that stay
 * where they are, and what is proposed for them. Answers the steps that are left: new units of a person, and moves.
 */
export async function applyInBulk(
  pass: DocumentPass,
  { units = [], proposals = [], splitter = [] }: Effect,
  told: (share: number) => void,
): Promise<Step<UnitState>[]> {
  const made = units.filter(({ before, after }) => !before && after?.origin === "splitter")
  const kept = units.filter(({ before, after }) => before && after && sameSpan(before, after))
  const total = Math.max(1, made.length + kept.length + proposals.length)
  let done = 0
  const more = (count: number) => {
    done += count
    told(done / total)
  }
  if (made.length > 0)
    await insertMade(
      pass,
      made.map(({ after }) => after!),
    )
  more(made.length)
  for (const part of batches(kept)) {
    await updateKept(
      pass,
      part.map(({ after }) => after!),
    )
    more(part.length)
  }
  for (const part of batches(proposals)) {
    await updateProposals(pass, part)
    more(part.length)
  }
  for (const { after } of splitter) if (after) await updateSplitter(pass, after.version)
  const inBulk = new Set([...made, ...kept])
  return units.filter(step => !inBulk.has(step))
}

const sameSpan = (a: UnitState, b: UnitState) => a.start === b.start && a.end === b.end

function* batches<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += batch) yield list.slice(from, from + batch)
}

async function insertMade(pass: DocumentPass, units: readonly UnitState[]): Promise<void> {
  const { documentId, number } = pass
  const where = { documentId_number: { documentId, number } }
  const { length } = await pass.tx.version.findUniqueOrThrow({ where, select: { length: true } })
  const ids = units.map(({ id }) => id)
  const rows = units.map(({ start, end, kind, rules, cues }) => ({ start, end, kind, rules, cues }))
  await insertUnits(pass, { documentId, number, length }, rows, ids)
}

async function updateKept(pass: DocumentPass, units: readonly UnitState[]): Promise<void> {
  const rows = units.map(({ id, kind, rules, cues, retired }) => ({ id, kind, rules, cues, retired }))
  const count = await pass.tx.$executeRaw`
    UPDATE "Unit" u SET kind = n->>'kind', rules = ARRAY(SELECT jsonb_array_elements_text(n->'rules')), cues = n->'cues',
      retired = (n->>'retired')::boolean, version = u.version + 1
    FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) AS n
    WHERE u.id = (n->>'id')::uuid AND u."projectId" = ${pass.projectId}::uuid AND u."documentId" = ${pass.documentId}::uuid`
  if (count !== units.length) throw new Error(`An effect met ${count} rows where it expected ${units.length}.`)
}

async function updateProposals(pass: DocumentPass, steps: readonly Step<ProposalState>[]): Promise<void> {
  const rows = steps.map(({ before, after }) => ({ ...(after ?? before), proposed: after !== null }))
  const count = await pass.tx.$executeRaw`
    UPDATE "Unit" u SET "bornStart" = (n->>'start')::int, "bornEnd" = (n->>'end')::int, "bornKind" = n->>'kind',
      "bornCues" = n->'cues', proposed = (n->>'proposed')::boolean
    FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) AS n
    WHERE u.id = (n->>'id')::uuid AND u."projectId" = ${pass.projectId}::uuid AND u."documentId" = ${pass.documentId}::uuid`
  if (count !== steps.length) throw new Error(`An effect met ${count} rows where it expected ${steps.length}.`)
}

const updateSplitter = ({ tx, projectId, documentId, number }: DocumentPass, splitterVersion: number) =>
  tx.version.updateMany({ where: { projectId, documentId, number }, data: { splitterVersion } })
