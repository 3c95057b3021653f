import { whenStopping } from "./stopping.js"

/**
 * Tell webhooks what happened, unless WEBHOOKS is "off".
 * @param {string} origin
 */
export async function startTellingWebhooks(origin) {
  if (process.env["WEBHOOKS"] === "off") return
  const { register } = await import("tsx/esm/api")
  register()
  const jobs = await import(new URL("../jobs/telling-webhooks.ts", import.meta.url).href)
  whenStopping(jobs.startTellingWebhooks(origin))
}
