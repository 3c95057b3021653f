import { log } from "./log-line.js"

/** Whether each request is to have its line: LOG=requests. */
const all = () => process.env["LOG"] === "requests"

/**
 * The line of a request that was answered: its number, which the answer's `X-Request-Id` and every other line about it have
 * too, the pattern of its address and never the address itself, since some hold secrets and some hold words.
 * @param {{ id: string, method: string, route: string, status: number, milliseconds: number }} request
 */
export function logRequest({ id, method, route, status, milliseconds }) {
  if (!all()) return
  const ms = Math.round(milliseconds * 10) / 10
  log(status >= 500 ? "error" : "info", "request", { request: id, method, route, status, ms })
}
