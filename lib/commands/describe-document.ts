import { lastProjectActor } from "../db/last-actor.ts"
import { documentRow, saveProvenance } from "../db/project-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { documentDescription } from "../schema/project-input.ts"
import { projectCommand } from "./command.ts"

/** Correct what is known about where a text comes from. The text itself never changes. */
export const describeDocument = projectCommand("document.edit", documentDescription, async (pass, input) => {
  const { projectId: _project, requestId: _request, documentId, version, ...after } = input
  const document = await documentRow(pass, documentId)
  if (!document) return fail({ code: "not-found" })
  if (document.version !== version) {
    const by = await lastProjectActor(pass, ["document-described"], { documentId })
    return fail({ code: "conflict", current: document, by })
  }
  const { version: _version, ...before } = document
  await saveProvenance(pass, documentId, after)
  return ok({ change: { kind: "document-described", documentId, before, after } })
})
