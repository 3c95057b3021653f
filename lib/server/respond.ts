import { isDatabaseAway } from "../db/is-database-away.ts"
import type { Failure, Result } from "../domain/failure.ts"
import { failureSentence } from "../domain/failure-sentence.ts"
import { failureStatus } from "./failure-status.ts"

const headers = { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" }

/** A result as JSON: the value, or a problem with its code and a sentence for the person. */
export function respond(result: Result<unknown>): Response {
  if (result.ok) return Response.json(result.value ?? null, { headers })
  return problem(result.failure)
}

export function problem(failure: Failure): Response {
  const retry = failure.code === "too-often" ? { "Retry-After": String(failure.retryAfter) } : {}
  return Response.json(
    { ...failure, sentence: failureSentence(failure) },
    {
      status: failureStatus[failure.code],
      headers: { ...headers, ...retry, "Content-Type": "application/problem+json" },
    },
  )
}

/**
 * The answer to a defect: nothing of the error but an id that the log has too. That the database does not answer is
 * said to the person, who can try again. Who left before their request was read has no defect to hear of.
 */
export function defect(error: unknown, request: Request): Response {
  const id = crypto.randomUUID()
  const gone = request.signal.aborted
  const log = gone ? console.info : console.error
  log(
    JSON.stringify({
      level: gone ? "info" : "error",
      id,
      at: new Date().toISOString(),
      method: request.method,
      path: new URL(request.url).pathname,
      error: String(error instanceof Error ? (error.stack ?? error) : error),
    }),
  )
  if (isDatabaseAway(error)) return problem({ code: "database-away" })
  return Response.json(
    {
      code: "defect",
      id,
      sentence: `Something went wrong on the server. Try again; if it stays, report the number ${id}.`,
    },
    { status: 500, headers: { ...headers, "Content-Type": "application/problem+json" } },
  )
}
