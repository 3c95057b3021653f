import { unsubscribing } from "../db/mail-link.ts"
import { mailOf } from "../db/mail-rows.ts"

/** Whose e-mails the link of an e-mail stops; null when the link is not one of ours. */
export async function unsubscription(token: string): Promise<{ readonly email: string; readonly off: boolean } | null> {
  const userId = unsubscribing(token)
  const found = userId && (await mailOf(userId))
  return found ? { email: found.email, off: found.choice === "off" } : null
}
