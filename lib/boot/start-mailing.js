import { loadBackground } from "./load-background.js"
import { whenStopping } from "./stopping.js"
import { Trouble } from "./trouble.js"

/**
 * Send people by e-mail what concerns them, when SMTP_URL and MAIL_FROM say how.
 * @param {string} origin
 */
export async function startMailing(origin) {
  const { SMTP_URL: url, MAIL_FROM: from } = process.env
  if (!url || !from) return
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol))
    throw new Trouble("SMTP_URL has to look like smtps://user:password@smtp.example.org. Correct it, then start again.")
  const { startMailing: start } = await loadBackground()
  whenStopping(start({ url, from, origin }))
}
