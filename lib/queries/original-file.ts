import { type Actor, readDocument } from "../db/pass.ts"
import { originalOf } from "../db/version-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { isVersionNumber } from "../domain/version-number.ts"

/** The uploaded file of a version as it came. It is a file to keep and never shown as a page: anything may be in it. */
export const originalFile = (actor: Actor, documentId: string, number: number) =>
  readDocument(actor, documentId, "project.read", async pass => {
    const original = isVersionNumber(number) ? await originalOf(pass, number) : null
    if (!original) return fail({ code: "not-found" })
    const { bytes, fileName } = original
    return ok({ name: fileName || `version-${number}`, mediaType: "application/octet-stream", bytes })
  })
