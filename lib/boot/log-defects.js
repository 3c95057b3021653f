import { stop } from "./stopping.js"
import { codeOf } from "./trouble.js"

/**
 * Log what nobody caught. After an exception the process can't be trusted: it stops, the database with it. A client
 * or a reader of the log that went away is no reason to, and neither is a promise that nobody waited for.
 */
export function logDefects() {
  process.on("uncaughtException", error => {
    log("An exception that nobody caught", error)
    if (!/^(EPIPE|ECONNRESET)$/.test(codeOf(error))) void stop(1)
  })
  process.on("unhandledRejection", error => log("A failure that nobody waited for", error))
}

/** @param {string} what @param {unknown} error */
function log(what, error) {
  const words = String(error instanceof Error ? (error.stack ?? error) : error)
  console.error(JSON.stringify({ level: "error", at: new Date().toISOString(), what, error: words }))
}
