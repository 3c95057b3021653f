import type { Transporter } from "nodemailer"
import { noticeCount, noticeLines, saveMailed } from "../db/inbox-rows.ts"
import { unsubscribeToken } from "../db/mail-link.ts"
import { type Addressee, saveSent, saveUnsent, takeAddressee } from "../db/mail-rows.ts"
import { ownAccount, ownProjects } from "../db/pass.ts"
import { ok } from "../domain/failure.ts"
import { digestText, mostTold } from "./digest-text.ts"

/** What e-mails go through and what they say of themselves. */
export interface Post {
  readonly transport: Pick<Transporter, "sendMail">
  readonly from: string
  /** Where people find Apparatus, without a slash at the end. */
  readonly origin: string
  /** Milliseconds for which a notice waits, so that what is read in the app at once is not told by e-mail too. */
  readonly settle: number
}

/** What a round came to: how many e-mails went out, and what kept one from going, when something did. */
export interface Round {
  readonly sent: number
  readonly trouble: unknown
}

/**
 * Send everybody who is due what concerns them, one person after another. A round ends at the first e-mail that does not
 * go: its notices wait for another try, and when it was that person's address alone, the next round passes them over.
 */
export async function sendDigests(post: Post, isStopping: () => boolean = () => false): Promise<Round> {
  for (let sent = 0; ; ) {
    const to = isStopping() ? null : await takeAddressee(new Date(), post.settle)
    if (!to) return { sent, trouble: null }
    try {
      if (await sendDigest(post, to)) sent++
    } catch (trouble) {
      await saveUnsent(to, new Date(), true)
      return { sent, trouble }
    }
  }
}

// No transaction is open while the other server is spoken to.
async function sendDigest(post: Post, to: Addressee): Promise<boolean> {
  const found = await waiting(to)
  if (found.total === 0) {
    await saveUnsent(to, new Date(), false)
    return false
  }
  const token = unsubscribeToken(to.userId)
  const { origin, from } = post
  const words = { name: to.name, origin, stop: `${origin}/unsubscribe/${token}` }
  await post.transport.sendMail({
    from,
    to: { name: to.name, address: to.email },
    ...digestText(words, found.lines, found.total),
    headers: {
      // RFC 8058: a mail program may offer to stop them with one press.
      "List-Unsubscribe": `<${origin}/api/v1/unsubscribe/${token}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "Auto-Submitted": "auto-generated",
    },
  })
  await ownAccount({ id: to.userId }, async pass => {
    await saveMailed(pass, found.at, await ownProjects(pass))
    await saveSent(pass, to.choice)
    return ok(null)
  })
  return true
}

async function waiting({ userId }: Addressee) {
  const found = await ownAccount({ id: userId }, async pass => {
    const passes = await ownProjects(pass)
    const filter = { unread: true, unmailed: true, until: pass.at }
    const lines = await noticeLines(pass, passes, filter, { from: 0 }, mostTold)
    return lines.ok
      ? ok({ lines: lines.value.rows, total: await noticeCount(pass, passes, filter), at: pass.at })
      : lines
  })
  if (!found.ok) throw new Error(found.failure.code)
  return found.value
}
