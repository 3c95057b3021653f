import { type Actor, isId, readProject } from "../db/pass.ts"
import { citingClaims, projectWordsRow } from "../db/project-lists.ts"
import { citationsOf, sourceById } from "../db/project-rows.ts"
import { may } from "../domain/access.ts"
import { fail, ok } from "../domain/failure.ts"
import { sourceLine } from "../domain/source.ts"

/** One source with the claims that cite it. `everCited` counts withdrawn citations too; they keep it from deletion. */
export const source = (actor: Actor, projectId: string, sourceId: string) =>
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
    return ok({ project: name, source: { ...state, line, version }, everCited, mayEdit, mayDelete, claims })
  })

type Answer = Awaited<ReturnType<typeof source>>
export type CitingClaim = Extract<Answer, { ok: true }>["value"]["claims"][number]
