import { documentText, flagById } from "../db/claim-rows.ts"
import { lastToRenew } from "../db/version-rows.ts"
import { anchorAt } from "../domain/anchor.ts"
import { inVersion, versionOf } from "../domain/effect.ts"
import { fail, ok } from "../domain/failure.ts"
import { flagPlacement } from "../schema/version-input.ts"
import { documentCommand } from "./command.ts"

/**
 * Put an open flag that a new version lost, or that was raised in one that was taken back, on words of the current text
 * that a person chose.
 */
export const placeFlag = documentCommand("flag.answer", flagPlacement, async (pass, input) => {
  const { flagId, version, number, start, end, quote } = input
  const flag = await flagById(pass, flagId)
  if (!flag) return fail({ code: "not-found" })
  const { state: before } = flag
  if (before.status !== "open") return fail({ code: "flag-closed", standing: before.status })
  if (versionOf(before) === pass.number) return fail({ code: "not-lost" })
  if (flag.version !== version)
    return fail({ code: "conflict", current: { ...before, version: flag.version }, by: null })
  if (number !== pass.number) return fail({ code: "version-overtaken", by: await lastToRenew(pass) })
  const text = await documentText(pass)
  if (start >= end || end > text.length) return fail({ code: "span-outside" })
  if (text.slice(start, end) !== quote || !quote.isWellFormed()) return fail({ code: "quote-differs" })
  const after = inVersion({ ...before, ...anchorAt(text, { start, end }) }, pass.number)
  return ok({ change: { kind: "flag-placed", effect: { flags: [{ before, after }] } } })
})
