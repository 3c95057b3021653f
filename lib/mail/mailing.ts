import { createTransport } from "nodemailer"
import { nextTryIn } from "../domain/mail-choice.ts"
import { log, loggedError } from "../log/log-line.js"
import { type Post, sendDigests } from "./send-digests.ts"

/** Milliseconds between two looks at who is due. */
const pause = 30_000

/** Milliseconds after which a notice may be told by e-mail. */
const settle = 120_000

/**
 * Begin to send e-mails from this process, and answer what ends it. Several servers may do so: each person is taken on
 * by one of them. A mail server that fails is told in the log and asked again later, after a longer while each time.
 */
export function startMailing(
  settings: { readonly url: string; readonly from: string; readonly origin: string },
  { every = pause, after = settle }: { readonly every?: number; readonly after?: number } = {},
): () => Promise<void> {
  const transport = createTransport(settings.url, {})
  const post: Post = { transport: bounded(transport), from: settings.from, origin: settings.origin, settle: after }
  let stopped = false
  let failures = 0
  let timer: NodeJS.Timeout | undefined
  let round = Promise.resolve()
  const look = async () => {
    const { trouble } = await sendDigests(post, () => stopped).catch((trouble: unknown) => ({ trouble }))
    failures = trouble ? failures + 1 : 0
    if (trouble && !stopped) noteTrouble(trouble)
    if (!stopped) next(trouble ? Math.max(every, nextTryIn(failures - 1)) : every)
  }
  const next = (wait: number) => {
    timer = setTimeout(() => {
      round = look()
    }, wait)
  }
  next(every)
  return async () => {
    stopped = true
    clearTimeout(timer)
    transport.close()
    await round
  }
}

/** Milliseconds that sending one e-mail may take in all, whatever the other server does. */
const patience = 60_000

function bounded(transport: ReturnType<typeof createTransport>): Post["transport"] {
  return {
    sendMail: async (message: Parameters<typeof transport.sendMail>[0]) => {
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<never>((_, fail) => {
        timer = setTimeout(() => fail(new Error("The mail server took too long.")), patience)
      })
      try {
        return await Promise.race([transport.sendMail(message), late])
      } finally {
        clearTimeout(timer)
      }
    },
  } as Post["transport"]
}

// What the mail server says may name whom it was for.
function noteTrouble(trouble: unknown): void {
  const { responseCode } = trouble as { responseCode?: unknown }
  const answered = typeof responseCode === "number" ? { responseCode } : {}
  log("error", "mail.trouble", { ...answered, error: loggedError(trouble) })
}
