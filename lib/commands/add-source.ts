import { insertSource } from "../db/project-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import type { ArchiveReference, CslItem } from "../domain/source.ts"
import { newSource } from "../schema/project-input.ts"
import { projectCommand } from "./command.ts"

/** Add a source to the project's bibliography. */
export const addSource = projectCommand("source.add", newSource, async (pass, { id, kind, csl, archive }) => {
  const source = { id, kind, csl: csl as CslItem, archive: archive as ArchiveReference | null }
  if (!(await insertSource(pass, source))) return fail({ code: "request-reused" })
  return ok({ change: { kind: "source-added", source } })
})
