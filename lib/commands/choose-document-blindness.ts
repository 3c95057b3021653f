import { documentBlindness, saveDocumentBlindness } from "../db/blindness-rows.ts"
import { lastProjectActor } from "../db/last-actor.ts"
import { documentRow } from "../db/project-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { documentBlindnessChoice } from "../schema/blindness-input.ts"
import { projectCommand } from "./command.ts"

/** Choose whether one document is reviewed blind, whatever the project is. */
export const chooseDocumentBlindness = projectCommand(
  "policy.edit",
  documentBlindnessChoice,
  async (pass, { documentId, blind, seen }) => {
    const before = await documentBlindness(pass, documentId)
    const document = await documentRow(pass, documentId)
    if (before === undefined || !document) return fail({ code: "not-found" })
    if (before !== seen) {
      const by = await lastProjectActor(pass, ["document-blindness-chosen"], { documentId })
      return fail({ code: "conflict", current: { blind: before }, by })
    }
    await saveDocumentBlindness(pass, documentId, blind)
    const { title } = document
    return ok({ change: { kind: "document-blindness-chosen", documentId, title, before, after: blind } })
  },
)
