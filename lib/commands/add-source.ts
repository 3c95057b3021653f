import { insertSource } from "../db/project-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { newSource } from "../schema/project-input.ts"
import { projectCommand } from "./command.ts"
import { sourceRecord } from "./source-record.ts"

/** Add a source to the project's bibliography. */
export const addSource = projectCommand("source.add", newSource, async (pass, input) => {
  const record = sourceRecord(input)
  if (!record.ok) return record
  const source = { id: input.id, ...record.value }
  if (!(await insertSource(pass, source))) return fail({ code: "request-reused" })
  return ok({ change: { kind: "source-added", source } })
})
