const codes =
  /^(P1001|P1002|P1008|P1011|P1017|P2024|P2028|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|57P0[123]|57014|08...)$/
const kinds = /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TlsConnectionError)$/
const words =
  /query read timeout|timeout exceeded when trying to connect|connection terminated|connection timeout|statement timeout/i

/** Whether an error says that the database does not answer, in any of the shapes in which it comes through Prisma. */
export function isDatabaseAway(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 4) return false
  const { code, originalCode, kind, message, cause, meta } = error as Record<string, unknown>
  return (
    [code, originalCode].some(each => typeof each === "string" && codes.test(each)) ||
    (typeof kind === "string" && kinds.test(kind)) ||
    (typeof message === "string" && words.test(message)) ||
    isDatabaseAway(cause, depth + 1) ||
    isDatabaseAway((meta as Record<string, unknown> | undefined)?.["driverAdapterError"], depth + 1)
  )
}
