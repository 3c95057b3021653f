import { log, loggedError } from "../log/log-line.js"
import { stop } from "./stopping.js"
import { codeOf } from "./trouble.js"

/**
 * Log what nobody caught. After an exception the process can't be trusted: it stops, the database with it. A client
 * or a reader of the log that went away is no reason to, and neither is a promise that nobody waited for.
 */
export function logDefects() {
  process.on("uncaughtException", error => {
    log("error", "uncaught", { error: loggedError(error) })
    if (!/^(EPIPE|ECONNRESET)$/.test(codeOf(error))) void stop(1)
  })
  process.on("unhandledRejection", error => log("error", "unhandled", { error: loggedError(error) }))
}

/**
 * From now on errors that the libraries print are told as the log tells errors, without the words in them, which may quote
 * what somebody wrote. Pages that follow the code keep them, for whoever writes it.
 */
export function guardConsole() {
  for (const level of /** @type {const} */ (["error", "warn"])) {
    const print = console[level].bind(console)
    console[level] = (/** @type {unknown[]} */ ...things) => {
      const error = things.find(thing => thing instanceof Error)
      if (error) log("error", "printed", { error: loggedError(error) })
      else print(...things)
    }
  }
}
