import { loadBackground } from "./load-background.js"
import { whenStopping } from "./stopping.js"

/**
 * Tell webhooks what happened, unless WEBHOOKS is "off".
 * @param {string} origin
 */
export async function startTellingWebhooks(origin) {
  if (process.env["WEBHOOKS"] === "off") return
  const { startTellingWebhooks: start } = await loadBackground()
  whenStopping(start(origin))
}
