import { gradings, saveGrading } from "../db/grading-rows.ts"
import { sourceById } from "../db/project-rows.ts"
import { refreshCiting } from "../db/stored-verdicts.ts"
import { fail, ok } from "../domain/failure.ts"
import { gradeInput } from "../schema/source-weight-input.ts"
import { projectCommand } from "./command.ts"

/** Grade a source's reliability. The verdicts that rested on the grade that it had go back to review at once. */
export const gradeSource = projectCommand("source.grade", gradeInput, async (pass, input) => {
  const { id, sourceId, seen, reliability, reason } = input
  const source = await sourceById(pass, sourceId)
  if (!source) return fail({ code: "not-found" })
  if (source.mergedIntoId) return fail({ code: "source-merged" })
  const [last] = await gradings(pass, sourceId)
  if ((last?.id ?? null) !== seen) return fail({ code: "conflict", current: last ?? null, by: last?.editor ?? null })
  if (!(await saveGrading(pass, { id, sourceId, reliability, reason }))) return fail({ code: "request-reused" })
  const verdictsChanged = await refreshCiting(pass, [sourceId])
  const before = last?.reliability ?? null
  return ok({
    change: { kind: "source-graded", sourceId, before, after: reliability, reason },
    answer: { verdictsChanged },
  })
})
