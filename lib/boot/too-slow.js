import { Trouble } from "./trouble.js"

/**
 * Seconds in which a request has to be here whole: REQUEST_SECONDS, two minutes where nobody says otherwise.
 * @param {NodeJS.ProcessEnv} environment
 */
export function requestSeconds({ REQUEST_SECONDS }) {
  const seconds = Number(REQUEST_SECONDS || 120)
  if (!(Number.isInteger(seconds) && seconds >= 1 && seconds <= 3_600))
    throw new Trouble("REQUEST_SECONDS has to be a number from 1 to 3600. Correct it, then start again.")
  return seconds
}

/**
 * What Node has to say to a request that it can't take, as it says it by itself; who was too slow also hears why, and what
 * to do. A socket on which an answer has begun is closed without a word, since it would be taken for a part of that.
 * @param {import("node:http").Server} server
 * @param {(socket: import("node:stream").Duplex) => boolean} isAnswering
 * @param {number} seconds
 */
export function sayWhyRefused(server, isAnswering, seconds) {
  server.on("clientError", (error, socket) => {
    if (!socket.writable || isAnswering(socket)) return void socket.destroy()
    const { code = "" } = /** @type {NodeJS.ErrnoException} */ (error)
    socket.end(
      code === "ERR_HTTP_REQUEST_TIMEOUT" ? tooSlow(seconds) : `HTTP/1.1 ${known[code] ?? bad}${close}\r\n\r\n`,
    )
    // Closed at once while they go on sending, it would reach them as a broken connection and without these words.
    const last = setTimeout(() => socket.destroy(), 1_000)
    socket.once("close", () => clearTimeout(last))
  })
}

const close = "\r\nConnection: close"
const bad = "400 Bad Request"
const known = /** @type {Readonly<Record<string, string>>} */ ({
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  HPE_CHUNK_EXTENSIONS_OVERFLOW: "413 Payload Too Large",
})

/** A problem as every other answer of the API has it. @param {number} seconds */
function tooSlow(seconds) {
  const sentence = `The request was not here whole within ${seconds} seconds, and nothing of it was done. Send it again, over a faster line if it is long.`
  const said = { type: "/problems#too-slow", title: "Too slow", status: 408, detail: sentence }
  const body = JSON.stringify({ code: "too-slow", sentence, ...said })
  const type = "application/problem+json"
  const headers = `Content-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nCache-Control: no-store`
  return `HTTP/1.1 408 Request Timeout\r\n${headers}${close}\r\n\r\n${body}`
}
