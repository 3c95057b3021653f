import type { UnitState } from "../domain/effect.ts"
import type { Cue, ProposedUnit, UnitKind } from "../domain/unit.ts"
import type { BornUnit } from "../domain/unit-edit.ts"
import type { DocumentPass, ProjectPass } from "./pass.ts"
import { insertWordings } from "./wording-rows.ts"

export interface UnitRow {
  readonly state: UnitState
  readonly version: number
}

interface Stored {
  id: string
  start: number
  end: number
  kind: string
  rules: string[]
  cues: unknown
  origin: string
  retired: boolean
  version: number
}

const stateOf = (row: Stored): UnitState => ({
  id: row.id,
  start: row.start,
  end: row.end,
  kind: row.kind as UnitKind,
  rules: row.rules,
  cues: row.cues as Cue[],
  origin: row.origin as UnitState["origin"],
  retired: row.retired,
})

const inside = (pass: DocumentPass) => ({ projectId: pass.projectId, documentId: pass.documentId, number: pass.number })

export async function unitById(pass: DocumentPass, id: string): Promise<UnitRow | null> {
  const row = await pass.tx.unit.findFirst({ where: { id, ...inside(pass) } })
  return row && { state: stateOf(row), version: row.version }
}

/** The live unit that follows the one at `start`, or null at the end of the text. */
export async function unitAfter(pass: DocumentPass, start: number): Promise<UnitRow | null> {
  const row = await pass.tx.unit.findFirst({
    where: { ...inside(pass), retired: false, start: { gt: start } },
    orderBy: { start: "asc" },
  })
  return row && { state: stateOf(row), version: row.version }
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
  return rows.map(row => ({
    state: stateOf(row),
    born: row.origin === "splitter" ? bornOf(row) : null,
  }))
}

/**
 * Store what the splitter proposed for a new version, `ids` in the same order, with its wordings. One statement for a thousand rows;
 * `progress` hears how many are in.
 */
export async function insertUnits(
  pass: ProjectPass,
  version: { documentId: string; number: number; text: string },
  units: readonly ProposedUnit[],
  ids: readonly string[],
  progress?: (done: number) => void,
): Promise<void> {
  const batch = 1_000
  for (let from = 0; from < units.length; from += batch) {
    const rows = units.slice(from, from + batch).map((unit, i) => ({ id: ids[from + i]!, ...unit }))
    await pass.tx.$executeRaw`
      INSERT INTO "Unit" (id, "projectId", "documentId", number, length, start, "end", kind, rules, cues, origin, "bornStart", "bornEnd", "bornKind", "bornCues")
      SELECT (u->>'id')::uuid, ${pass.projectId}::uuid, ${version.documentId}::uuid, ${version.number}, ${version.text.length},
        (u->>'start')::int, (u->>'end')::int, u->>'kind',
        ARRAY(SELECT jsonb_array_elements_text(u->'rules')), u->'cues', 'splitter', (u->>'start')::int, (u->>'end')::int, u->>'kind', u->'cues'
      FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) AS u`
    progress?.(Math.min(units.length, from + batch))
  }
  await insertWordings(pass, version, units, ids)
}
