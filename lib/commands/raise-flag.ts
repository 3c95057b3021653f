import { documentText } from "../db/claim-rows.ts"
import { lastToRenew } from "../db/version-rows.ts"
import { anchorAt } from "../domain/anchor.ts"
import { inVersion } from "../domain/effect.ts"
import { fail, ok } from "../domain/failure.ts"
import { flagInput } from "../schema/annotation-input.ts"
import { documentCommand } from "./command.ts"

/** Mark a passage as needing work. The span may cross claims; its quote has to be the text's own. */
export const raiseFlag = documentCommand("flag.raise", flagInput, async (pass, input) => {
  if (input.number !== undefined && input.number !== pass.number)
    return fail({ code: "version-overtaken", by: await lastToRenew(pass) })
  const text = await documentText(pass)
  const { id, start, end, quote, reason, note, blocking } = input
  if (start >= end || end > text.length) return fail({ code: "span-outside" })
  if (text.slice(start, end) !== quote || !quote.isWellFormed()) return fail({ code: "quote-differs" })
  const words = {
    reason,
    note,
    blocking,
    status: "open" as const,
    raisedBy: pass.actor.id,
    answer: "",
    answeredBy: null,
  }
  const after = inVersion({ id, ...anchorAt(text, { start, end }), ...words }, pass.number)
  return ok({ change: { kind: "flag-raised", effect: { flags: [{ before: null, after }] } } })
})
