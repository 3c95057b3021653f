import { inTurns } from "../db/in-turns.ts"
import { type Actor, readDocument } from "../db/pass.ts"
import { roomTitle } from "../db/reading-rows.ts"
import {
  changeAfterVersion,
  textOfVersion,
  unitsAtVersion,
  unitsNow,
  versionLines,
  versionSteps,
} from "../db/version-rows.ts"
import type { DocumentChange } from "../domain/change.ts"
import { type UnitState, versionOf } from "../domain/effect.ts"
import { fail, ok } from "../domain/failure.ts"
import { changeOf } from "../domain/stored-change.ts"
import { alignmentSteps } from "../domain/text-alignment.ts"
import { differencePieces } from "../domain/text-difference.ts"
import type { Span, UnitKind } from "../domain/unit.ts"
import { isVersionNumber } from "../domain/version-number.ts"

/** A passage as it stood in an earlier version, and what became of it: in the current text, lost, or no more. */
export interface EarlierUnit extends Span {
  readonly id: string
  readonly kind: UnitKind
  readonly now: "current" | "lost" | "gone"
}

/** One version of a document's text as it was, to be read only: its passages with what became of each. */
export const versionText = (actor: Actor, documentId: string, number: number) =>
  readDocument(actor, documentId, "project.read", async pass => {
    if (!isVersionNumber(number)) return fail({ code: "not-found" })
    const line = (await versionLines(pass)).find(one => one.number === number)
    const text = await textOfVersion(pass, number)
    if (!line || text === null) return fail({ code: "not-found" })
    const body = await changeAfterVersion(pass, number)
    const steps = body ? ((changeOf("version-added", body) as DocumentChange).effect.units ?? []) : []
    const before = steps.flatMap(({ before: unit }) =>
      unit && !unit.retired && versionOf(unit) === number ? [unit] : [],
    )
    const still = await unitsAtVersion(pass, number)
    const units = standing([...before, ...still])
    const now = await unitsNow(
      pass,
      units.map(({ id }) => id),
    )
    return ok({
      document: { id: documentId, projectId: pass.projectId, ...(await roomTitle(pass)) },
      number,
      current: pass.number,
      line,
      text,
      units: units.map(
        ({ id, start, end, kind }): EarlierUnit => ({ id, start, end, kind, now: now.get(id) ?? "gone" }),
      ),
    })
  })

/** Units in the order of the text, none over another: of two the one that comes first in the list. */
function standing(all: readonly UnitState[]): UnitState[] {
  const known = new Set<string>()
  const first = all.filter(({ id }) => !known.has(id) && known.add(id))
  const sorted = first.toSorted((a, b) => a.start - b.start || Number(a.retired) - Number(b.retired))
  let end = 0
  return sorted.filter(unit => {
    if (unit.start < end) return false
    end = unit.end
    return true
  })
}

/** How a version differs from the one that it came after, piece by piece. */
export async function versionDifference(actor: Actor, documentId: string, number: number) {
  const read = await readDocument(actor, documentId, "project.read", async pass => {
    if (!isVersionNumber(number)) return fail({ code: "not-found" })
    const from = (await versionSteps(pass)).findLast(({ added }) => added.number === number)?.from
    if (from === undefined) return fail({ code: "not-found" })
    const [oldText, text] = [await textOfVersion(pass, from), await textOfVersion(pass, number)]
    if (oldText === null || text === null) return fail({ code: "not-found" })
    const document = { id: documentId, projectId: pass.projectId, ...(await roomTitle(pass)) }
    return ok({ document, from, number, oldText, text })
  })
  if (!read.ok) return read
  const { oldText, text, ...about } = read.value
  const pieces = differencePieces(oldText, text, await inTurns(alignmentSteps(oldText, text)))
  return ok({ ...about, pieces: pieces.slice(0, mostPieces), more: Math.max(0, pieces.length - mostPieces) })
}

/** Pieces of a difference that one page shows. */
const mostPieces = 2_000
