/**
 * Lines of the log: one JSON object each, on standard error or output, with `level`, `at` (UTC) and `event`. None holds
 * what people wrote, or who they are: an error's own words may quote what it was about, so that only its kind, its code
 * and the places in the program that it came through are told.
 */

/** @typedef {"info" | "error"} Level */
/**
 * @typedef {object} LoggedError
 * @property {string} name its class, such as TypeError
 * @property {string} [code] as Node, PostgreSQL or Prisma names the trouble
 * @property {string[]} [at] the places that it came through, the innermost first
 * @property {LoggedError} [cause]
 */

/** Write a line. @param {Level} level @param {string} event @param {Record<string, unknown>} [details] */
export function log(level, event, details = {}) {
  console[level](JSON.stringify({ level, at: new Date().toISOString(), event, ...details }))
}

const deepest = 4
const mostPlaces = 20

/**
 * What the log says of an error.
 * @param {unknown} error
 * @returns {LoggedError}
 */
export function loggedError(error, depth = 0) {
  if (!(error instanceof Error)) return { name: error === null ? "null" : typeof error }
  const { code, cause, meta } =
    /** @type {{ code?: unknown, cause?: unknown, meta?: { driverAdapterError?: unknown } }} */ (error)
  const inner = cause ?? meta?.driverAdapterError
  const at = places(error)
  return {
    name: word(error.name) ?? "Error",
    ...(word(code) && { code: /** @type {string} */ (word(code)) }),
    ...(at.length > 0 && { at }),
    ...(typeof inner === "object" && inner !== null && depth < deepest && { cause: ofInner(inner, depth + 1) }),
  }
}

/** An adapter tells the database's error as a plain object. @param {object} inner @param {number} depth */
function ofInner(inner, depth) {
  if (inner instanceof Error) return loggedError(inner, depth)
  const { kind, originalCode, code } = /** @type {Record<string, unknown>} */ (inner)
  const said = word(originalCode) ?? word(code)
  return { name: word(kind) ?? "object", ...(said && { code: said }) }
}

/** Names and codes are single words; whatever has another form is none. @param {unknown} value */
const word = value =>
  (typeof value === "string" || typeof value === "number") && /^[\w.-]{1,64}$/.test(String(value))
    ? String(value)
    : undefined

/** @param {Error} error */
function places({ stack = "", message }) {
  const begin = message ? stack.indexOf(message) : -1
  return (begin < 0 ? stack : stack.slice(begin + message.length))
    .split("\n")
    .flatMap(line => /^\s+at (.+:\d+:\d+\)?)$/.exec(line)?.[1] ?? [])
    .slice(0, mostPlaces)
}
