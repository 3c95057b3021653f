import { inVersion, type UnitState } from "../domain/effect.ts"
import type { Cue, ProposedUnit, UnitKind } from "../domain/unit.ts"
import type { BornUnit } from "../domain/unit-edit.ts"
import type { DocumentPass, ProjectPass } from "./pass.ts"

export interface UnitRow {
  readonly state: UnitState
  readonly version: number
  /** The kind that the splitter proposes for it, so that another one was set by hand; null for what a person made. */
  readonly proposedKind: UnitKind | null
}

interface Stored {
  id: string
  number: number
  start: number
  end: number
  kind: string
  rules: string[]
  cues: unknown
  origin: string
  retired: boolean
  version: number
  bornKind: string
  proposed: boolean
}

const stateOf = ({ id, number, start, end, kind, rules, cues, origin, retired }: Stored): UnitState => {
  const state = { id, start, end, kind, rules, cues, origin, retired } as UnitState
  return inVersion(state, number)
}

const rowOf = (row: Stored): UnitRow => ({
  state: stateOf(row),
  version: row.version,
  proposedKind: row.proposed ? (row.bornKind as UnitKind) : null,
})

const inDocument = ({ projectId, documentId }: DocumentPass) => ({ projectId, documentId })
const inside = (pass: DocumentPass) => ({ ...inDocument(pass), number: pass.number })

export async function unitById(pass: DocumentPass, id: string): Promise<UnitRow | null> {
  const row = await pass.tx.unit.findFirst({ where: { id, ...inside(pass) } })
  return row && rowOf(row)
}

/** A live unit of an older version that the current one lost. */
export async function lostUnitById(pass: DocumentPass, id: string): Promise<(UnitRow & BornUnit) | null> {
  const row = await pass.tx.unit.findFirst({
    where: { ...inDocument(pass), id, number: { lt: pass.number }, retired: false },
  })
  return row && { ...rowOf(row), ...bornUnit(row) }
}

/** Whether a unit of the document is not in its current text but in another version. */
export const isOfOtherVersion = async (pass: DocumentPass, id: string): Promise<boolean> =>
  (await pass.tx.unit.count({ where: { ...inDocument(pass), id, number: { not: pass.number } } })) > 0

/** The live unit that follows the one at `start`, or null at the end of the text. */
export async function unitAfter(pass: DocumentPass, start: number): Promise<UnitRow | null> {
  const row = await pass.tx.unit.findFirst({
    where: { ...inside(pass), retired: false, start: { gt: start } },
    orderBy: { start: "asc" },
  })
  return row && rowOf(row)
}

const bornOf = (row: { bornStart: number; bornEnd: number; bornKind: string; bornCues: unknown }) => ({
  start: row.bornStart,
  end: row.bornEnd,
  kind: row.bornKind as UnitKind,
  cues: row.bornCues as Cue[],
})

/** Every unit of the document, retired ones too, in the order of the text, with what the splitter proposed. */
export async function allUnits(pass: DocumentPass): Promise<BornUnit[]> {
  const rows = await pass.tx.unit.findMany({ where: inside(pass), orderBy: [{ start: "asc" }, { id: "asc" }] })
  return rows.map(bornUnit)
}

/** Ids that one question names; above that all units are read, since a question has room for so many values only. */
const mostNamed = 1_000

/** The units with these ids, of whatever version, with what the splitter proposed. */
export async function bornUnits(pass: DocumentPass, ids: readonly string[]): Promise<BornUnit[]> {
  if (ids.length > mostNamed) {
    const wanted = new Set(ids)
    const rows = await pass.tx.unit.findMany({ where: inDocument(pass) })
    return rows.filter(({ id }) => wanted.has(id)).map(bornUnit)
  }
  const rows = await pass.tx.unit.findMany({ where: { ...inDocument(pass), id: { in: [...ids] } } })
  return rows.map(bornUnit)
}

const bornUnit = (row: Parameters<typeof bornOf>[0] & Stored): BornUnit => ({
  state: stateOf(row),
  born: row.proposed ? bornOf(row) : null,
})

/**
 * Store what the splitter proposed for a version, `ids` in the same order. One statement for a thousand rows;
 * `progress` hears how many are in.
 */
export async function insertUnits(
  pass: ProjectPass,
  version: { documentId: string; number: number; length: number },
  units: readonly (ProposedUnit & { readonly retired?: boolean; readonly proposed?: boolean })[],
  ids: readonly string[],
  progress?: (done: number) => void,
): Promise<void> {
  const batch = 1_000
  for (let from = 0; from < units.length; from += batch) {
    const rows = units.slice(from, from + batch).map((unit, i) => ({ id: ids[from + i]!, ...unit }))
    await pass.tx.$executeRaw`
      INSERT INTO "Unit" (id, "projectId", "documentId", number, length, start, "end", kind, rules, cues, origin, "bornStart", "bornEnd", "bornKind", "bornCues", retired, proposed)
      SELECT (u->>'id')::uuid, ${pass.projectId}::uuid, ${version.documentId}::uuid, ${version.number}, ${version.length},
        (u->>'start')::int, (u->>'end')::int, u->>'kind',
        ARRAY(SELECT jsonb_array_elements_text(u->'rules')), u->'cues', 'splitter', (u->>'start')::int, (u->>'end')::int, u->>'kind', u->'cues',
        coalesce((u->>'retired')::boolean, false), coalesce((u->>'proposed')::boolean, true)
      FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) AS u`
    progress?.(Math.min(units.length, from + batch))
  }
}
