import { sourceNames } from "../db/activity-rows.ts"
import { derivations } from "../db/derivation-rows.ts"
import { gradings } from "../db/grading-rows.ts"
import { mergedInto } from "../db/merged-sources.ts"
import { type Actor, isId, type ProjectPass, readProject } from "../db/pass.ts"
import { citingClaims, projectWordsRow } from "../db/project-lists.ts"
import { citationsOf, sourceById } from "../db/project-rows.ts"
import { snapshotLines } from "../db/snapshot-rows.ts"
import { may } from "../domain/access.ts"
import { fail, ok } from "../domain/failure.ts"
import { ancestorsOf, descendantsOf, lineageOf, rootsOf } from "../domain/lineage.ts"
import { sourceLine } from "../domain/source.ts"
import { setSource } from "../press/set-source.ts"
import { gradePreview } from "./grade-preview.ts"
import { styleOf } from "./style-of.ts"

/** One source with the claims that cite it. `everCited` counts withdrawn citations too; they keep it from deletion. */
export async function source(actor: Actor, projectId: string, sourceId: string) {
  const found = await record(actor, projectId, sourceId)
  if (!found.ok) return found
  const { style, ...page } = found.value
  const { id, csl, archive, line } = page.source
  return ok({ ...page, set: await setSource({ id, csl, archive, line }, style) })
}

const record = (actor: Actor, projectId: string, sourceId: string) =>
  readProject(actor, projectId, "project.read", async pass => {
    const row = isId(sourceId) ? await sourceById(pass, sourceId) : null
    if (!row) return fail({ code: "not-found" })
    const { state, version, createdBy } = row
    const { name } = await projectWordsRow(pass)
    const everCited = await citationsOf(pass, sourceId)
    const mayEdit = may(pass.role, "source.edit") || (createdBy === pass.actor.id && may(pass.role, "source.add"))
    const mayDelete = may(pass.role, "source.edit")
    const line = sourceLine(state.csl, state.archive)
    const claims = await citingClaims(pass, sourceId)
    const lineage = await sourceLineage(pass, sourceId)
    return ok({
      project: name,
      source: { ...state, line, version },
      everCited,
      mayEdit,
      mayDelete,
      mayGrade: may(pass.role, "source.grade") && !row.mergedIntoId,
      mayMerge: may(pass.role, "source.edit"),
      mergedInto: row.mergedIntoId
        ? { id: row.mergedIntoId, line: (await lineOf(pass, row.mergedIntoId)) ?? "" }
        : null,
      merged: await mergedInto(pass, sourceId),
      claims,
      gradings: await gradings(pass, sourceId),
      preview: await gradePreview(pass, sourceId),
      lineage,
      mayAdd: may(pass.role, "source.add") && !row.mergedIntoId,
      style: await styleOf(pass),
      snapshots: await snapshotLines(pass, sourceId),
    })
  })

const lineOf = async (pass: ProjectPass, id: string) => (await sourceNames(pass, [id])).get(id)

/** The sources that this one derives from and that derive from it, over however many others, with the links among them. */
async function sourceLineage(pass: ProjectPass, sourceId: string) {
  const known = await derivations(pass)
  const lineage = lineageOf(known)
  const ids = new Set([sourceId, ...ancestorsOf(lineage, sourceId), ...descendantsOf(lineage, sourceId)])
  const links = known.filter(({ derivedId, originId }) => ids.has(derivedId) && ids.has(originId))
  const names = await sourceNames(pass, [...ids])
  const roots = new Set(rootsOf(lineage, sourceId))
  return {
    links,
    sources: [...ids].map(id => ({ id, line: names.get(id) ?? "", root: roots.has(id) })),
  }
}

type Answer = Awaited<ReturnType<typeof source>>
export type SourcePage = Extract<Answer, { ok: true }>["value"]
export type CitingClaim = SourcePage["claims"][number]
