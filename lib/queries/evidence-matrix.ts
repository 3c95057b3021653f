import { countingLinks } from "../db/claim-link-rows.ts"
import { derivations } from "../db/derivation-rows.ts"
import { currentTexts, exportUnits } from "../db/export-rows.ts"
import { logHead } from "../db/log-in-project.ts"
import {
  documentsInOrder,
  type MatrixCitationRow,
  type MatrixClaimRow,
  matrixCitations,
  matrixClaims,
  matrixSources,
} from "../db/matrix-rows.ts"
import { type Actor, type ProjectPass, readProject } from "../db/pass.ts"
import { projectWordsRow } from "../db/project-lists.ts"
import type { Permission } from "../domain/access.ts"
import { authorYears } from "../domain/author-year.ts"
import { sameGroups } from "../domain/claim-link.ts"
import { cellsOf, type Matrix, type MatrixSource, matrixQuote } from "../domain/evidence-matrix.ts"
import { fail, ok } from "../domain/failure.ts"
import { lineageOf, rootsOf } from "../domain/lineage.ts"
import { type MatrixFilter, matrixFilter } from "../schema/matrix-input.ts"
import { leftOutOf } from "./export-plan.ts"
import { readFilter } from "./read-filter.ts"

/**
 * Claims by sources: the live claims of one document or of all, the sources that they cite, and a cell for each pair
 * with what its citations say together. Claims without a citation are left out unless all are asked for, and flagged ones
 * as an export leaves them out, if that is asked for. `elsewhere`
 * counts the citations of these claims that bear on the other question, whether they were said or whether they are so.
 * `head` is that of the project's log at the same moment.
 * The number of statements does not depend on how many claims there are. `input` comes from an address.
 */
export async function evidenceMatrix(
  actor: Actor,
  projectId: string,
  input: unknown,
  needs: Permission = "project.read",
) {
  const filter = readFilter(matrixFilter, input)
  if (!filter.ok) return filter
  return readProject(actor, projectId, needs, async pass => {
    const { name: project } = await projectWordsRow(pass)
    const documents = await documentsInOrder(pass)
    const { document } = filter.value
    if (document && !documents.some(({ id }) => id === document)) return fail({ code: "not-found" })
    const { chosen, cited, elsewhere, uses } = await chosenClaims(pass, filter.value)
    const { sources, origins } = await citedSources(pass, cited)
    const texts = await currentTexts(pass, document ?? null)
    const claims = chosen.map(({ start, end, ...claim }) => ({
      ...claim,
      quote: matrixQuote((texts.get(claim.documentId) ?? "").slice(start, end)),
    }))
    const matrix: Matrix = { documents, claims, sources, cells: cellsOf({ claims, sources }, cited), origins }
    return ok({ project, filter: filter.value, matrix, elsewhere, uses, head: await logHead(pass), at: pass.at })
  })
}
evidenceMatrix.input = matrixFilter

/** The claims that the filter leaves, with the citations that count for them; `uses` counts all citations of the project, whatever is filtered. */
async function chosenClaims(pass: ProjectPass, filter: MatrixFilter) {
  const { document, state, said, stance, bearsOn, all } = filter
  const rows = await unflagged(pass, await matrixClaims(pass, { document, state, said }), filter)
  const ids = new Set(rows.map(({ id }) => id))
  const given = await matrixCitations(pass)
  const groupOf = sameGroups(await countingLinks(pass))
  const everywhere = given.flatMap(citation => groupOf(citation.unitId).map(unitId => ({ ...citation, unitId })))
  const ofThese = everywhere.filter(({ unitId }) => ids.has(unitId))
  const here = ofThese.filter(citation => citation.bearsOn === bearsOn)
  const wanted = new Set(here.filter(one => !stance || one.stance === stance).map(({ unitId }) => unitId))
  const chosen = all && !stance ? rows : rows.filter(({ id }) => wanted.has(id))
  const cited = stance ? here.filter(({ unitId }) => wanted.has(unitId)) : here
  return { chosen, cited, elsewhere: ofThese.length - here.length, uses: given.length }
}

/** The claims without those that are flagged, as an export leaves them out. */
async function unflagged(pass: ProjectPass, rows: MatrixClaimRow[], choice: MatrixFilter): Promise<MatrixClaimRow[]> {
  if (!choice.leaveOut) return rows
  const left = new Map<string, Awaited<ReturnType<typeof leftOutOf>>>()
  for (const documentId of new Set(rows.map(row => row.documentId)))
    left.set(documentId, await leftOutOf(pass, documentId, await exportUnits(pass, documentId), choice))
  return rows.filter(row => !left.get(row.documentId)!.isOut(row))
}

/** The cited sources by their lines, and the names of those that they come from and that are none of them. */
async function citedSources(pass: ProjectPass, cited: readonly MatrixCitationRow[]) {
  const lineage = lineageOf(await derivations(pass))
  const ids = [...new Set(cited.map(({ sourceId }) => sourceId))]
  const roots = new Map(ids.map(id => [id, rootsOf(lineage, id)]))
  const rows = await matrixSources(pass, [...new Set([...ids, ...[...roots.values()].flat()])])
  const columns = rows.filter(({ id }) => roots.has(id))
  const names = authorYears(columns.map(({ named }) => named))
  const sources: MatrixSource[] = columns.map(({ named: _, ...row }, place) => ({
    ...row,
    short: names[place]!,
    rootIds: roots.get(row.id)!,
  }))
  const origins = Object.fromEntries(rows.filter(({ id }) => !roots.has(id)).map(({ id, line }) => [id, line]))
  return { sources, origins }
}

type Answer = Awaited<ReturnType<typeof evidenceMatrix>>
export type MatrixPage = Extract<Answer, { ok: true }>["value"]
