import { unsubscribing as userOf } from "../db/mail-link.ts"
import { mailOf, stopMail } from "../db/mail-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { unsubscribing } from "../schema/comment-input.ts"
import { parse } from "../schema/parse.ts"

/** Stop the e-mails to whom the signed link of one names, who need not be signed in. */
export const unsubscribe = Object.assign(
  async (input: unknown) => {
    const parsed = parse(unsubscribing, input)
    const userId = parsed.ok ? userOf(parsed.value.token) : null
    if (!userId || !(await mailOf(userId))) return fail({ code: "not-found" })
    await stopMail(userId)
    return ok({ stopped: true })
  },
  { needs: "link" as const, scope: "open" as const, input: unsubscribing },
)
