const codes =
  /^(P1001|P1002|P1008|P1011|P1017|P2024|P2028|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|57P0[123]|57014|08...)$/
const kinds = /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TlsConnectionError)$/
const words =
  /query read timeout|timeout exceeded when trying to connect|connection terminated|connection timeout|statement timeout|not queryable/i
/** As PostgreSQL says it of its disk, and the system of this process's. */
const full = /^(53100|ENOSPC|EDQUOT)$/

/** Whether an error says that the database does not answer, in any of the shapes in which it comes through Prisma. */
export const isDatabaseAway = (error: unknown): boolean =>
  says(
    error,
    ({ code, originalCode, kind, message }) =>
      [code, originalCode].some(each => typeof each === "string" && codes.test(each)) ||
      (typeof kind === "string" && kinds.test(kind)) ||
      (typeof message === "string" && words.test(message)),
  )

/** Whether an error says that there is no room on a disk of the server, in any of those shapes. */
export const isDiskFull = (error: unknown): boolean =>
  says(error, ({ code, originalCode }) =>
    [code, originalCode].some(each => typeof each === "string" && full.test(each)),
  )

/** Whether an error, or what it wraps, is of some kind. */
function says(error: unknown, is: (one: Record<string, unknown>) => boolean, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 4) return false
  const { cause, meta } = error as Record<string, unknown>
  const inner = (meta as Record<string, unknown> | undefined)?.["driverAdapterError"]
  return is(error as Record<string, unknown>) || says(cause, is, depth + 1) || says(inner, is, depth + 1)
}
