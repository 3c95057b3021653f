/** What came back for one request. */
export interface Answer {
  readonly method: string
  readonly path: string
  /** When it was sent, and how long it took, in milliseconds. */
  readonly at: number
  readonly took: number
  /** Zero when there was no answer, or none that was whole. */
  readonly status: number
  readonly type: string
  readonly retryAfter: string | null
  readonly text: string
}

/** Ask once, for so many milliseconds at most. It never throws. */
export async function ask(url: string, patience: number, init: RequestInit = {}): Promise<Answer> {
  const at = performance.now()
  const asked = { method: init.method ?? "GET", path: new URL(url).pathname, at }
  try {
    const answer = await fetch(url, { redirect: "manual", ...init, signal: AbortSignal.timeout(patience) })
    const text = await answer.text()
    const said = { type: answer.headers.get("content-type") ?? "", retryAfter: answer.headers.get("retry-after") }
    return { ...asked, took: performance.now() - at, status: answer.status, ...said, text }
  } catch {
    return { ...asked, took: performance.now() - at, status: 0, type: "", retryAfter: null, text: "" }
  }
}

/** Milliseconds within which everything is answered, whatever the database does. */
export const bound = 15_000

/**
 * What is wrong with an answer, in a sentence; null when it is a success, or a refusal as it should be: in time, with a
 * status that fits, a sentence of our own, when to come back if it is the server's fault, and nothing of its insides.
 */
export function flaw({ method, path, took, status, type, retryAfter, text }: Answer, isMeant = isUsual): string | null {
  const which = `${method} ${path.replaceAll(/[0-9a-f-]{36}/g, "ID")}`
  if (status === 0)
    return took >= bound ? `${which}: no answer within ${bound} ms` : `${which}: the connection was broken`
  if (took > bound) return `${which}: answered ${status} after more than ${bound} ms`
  if (status < 400) return null
  if (!isMeant(status)) return `${which}: answered ${status}: ${text.slice(0, 120)}`
  if (insides.test(text)) return `${which}: ${status} tells of its insides: ${text.slice(0, 200)}`
  if (status === 503 && !/^\d+$/.test(retryAfter ?? "")) return `${which}: 503 without Retry-After`
  if (type.startsWith("text/html")) return null
  if (!type.startsWith("application/problem+json")) return `${which}: ${status} as ${type || "nothing"}`
  const { code, sentence } = JSON.parse(text) as { code?: unknown; sentence?: unknown }
  if (typeof code !== "string" || typeof sentence !== "string" || !/^[A-Z].{10,}[.]$/.test(sentence))
    return `${which}: ${status} without a sentence: ${text.slice(0, 120)}`
  return null
}

/** What a reviewer may be refused with while the database is away, or because somebody was quicker. */
export const isUsual = (status: number): boolean => [409, 422, 429, 503].includes(status)

const insides =
  /prisma|P[12]\d{3}\b|ECONN|EPIPE|ENOSPC|node_modules|\bat \S+ \(|\.[jt]s:\d+|relation "|could not extend|53100|57P0/i
