import { assignmentPlan, hasDocument } from "../db/assignment-rows.ts"
import { type Actor, readProject } from "../db/pass.ts"
import type { Permission } from "../domain/access.ts"
import type { AssignedCount } from "../domain/change.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import { parse } from "../schema/parse.ts"
import { assignmentDraft } from "../schema/work-input.ts"

const needs: Permission = "work.assign"

export interface AssignmentPreview {
  /** How many claims are chosen. */
  readonly claims: number
  readonly to: readonly AssignedCount[]
}

/** Who would get how many claims, before anything is assigned. Nothing is stored. */
async function preview(actor: Actor, input: unknown): Promise<Result<AssignmentPreview>> {
  const parsed = parse(assignmentDraft, input)
  if (!parsed.ok) return parsed
  const { projectId, people, overlap, ...selection } = parsed.value
  return readProject(actor, projectId, needs, async pass => {
    if (selection.documentId && !(await hasDocument(pass, selection.documentId))) return fail({ code: "not-found" })
    const { claims, to } = await assignmentPlan(pass, selection, people, overlap)
    return ok({ claims, to })
  })
}

export const assignmentPreview = Object.assign(preview, { needs, input: assignmentDraft })
