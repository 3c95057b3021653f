import { isDatabaseAway, isDiskFull } from "../db/is-database-away.ts"
import type { Failure, Result } from "../domain/failure.ts"
import { failureSentence } from "../domain/failure-sentence.ts"
import { failureTitle } from "../domain/failure-title.ts"
import { log, loggedError } from "../log/log-line.js"
import { entityTag, knownAlready } from "./entity-tag.ts"
import { failureStatus } from "./failure-status.ts"
import { jsonBody } from "./json-pieces.ts"

const headers = { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" }

/** A result as JSON: the value, or a problem with its code and a sentence for the person. */
export function respond(result: Result<unknown>): Response {
  if (!result.ok) return problem(result.failure)
  const { value } = result
  return new Response(jsonBody(value), {
    headers: { ...headers, ...replay(value), "Content-Type": "application/json" },
  })
}

/** As respond, with an entity tag; who has that answer already gets an empty one. */
export function respondTagged(result: Result<unknown>, request: Request): Response {
  if (!result.ok) return problem(result.failure)
  const json = JSON.stringify(result.value ?? null)
  const tagged = { ...headers, ETag: entityTag(result.value, json) }
  if (knownAlready(request, tagged.ETag)) return new Response(null, { status: 304, headers: tagged })
  return new Response(json, { headers: { ...tagged, "Content-Type": "application/json" } })
}

/** A write says so when the same request had been carried out before. */
const replay = (value: unknown) =>
  typeof value === "object" && value !== null && "repeated" in value && value.repeated === true
    ? { "Idempotency-Replayed": "true" }
    : {}

/** A failure as RFC 9457 has it, with what it knows beside: its code, and a sentence for the person, which is the detail. */
export function problem(failure: Failure, status: number = failureStatus[failure.code]): Response {
  const { code } = failure
  const sentence = failureSentence(failure)
  const said = { type: `/problems#${code}`, title: failureTitle(code), status, detail: sentence }
  return Response.json(
    { ...failure, sentence, ...said },
    { status, headers: { ...headers, ...more(failure), "Content-Type": "application/problem+json" } },
  )
}

/** What stands in the headers of a problem: when to come back, and how to say who one is (RFC 6750, section 3). */
function more(failure: Failure): Record<string, string> {
  switch (failure.code) {
    case "too-often":
      return { "Retry-After": String(failure.retryAfter) }
    // So soon, since most of what takes the database away is a restart; what fills a disk is not.
    case "database-away":
    case "sign-in-failed":
      return { "Retry-After": "2" }
    case "disk-full":
      return { "Retry-After": "10" }
    case "signed-out":
      return { "WWW-Authenticate": 'Bearer realm="Apparatus"' }
    case "token-invalid":
      return { "WWW-Authenticate": 'Bearer realm="Apparatus", error="invalid_token"' }
    case "scope-missing":
      return { "WWW-Authenticate": `Bearer realm="Apparatus", error="insufficient_scope", scope="${failure.scope}"` }
    default:
      return {}
  }
}

/**
 * The answer to a defect: nothing of the error but the request's id, which the log has too. That the database does not answer, or
 * that the disk is full, is said to the person, who can try again. Who left before their request was read has no defect to hear of.
 */
export function defect(error: unknown, request: Request): Response {
  const id = request.headers.get("x-request-id") ?? crypto.randomUUID()
  const gone = request.signal.aborted
  const route = request.headers.get("x-apparatus-route")
  const where = { request: id, method: request.method, ...(route && { route }) }
  const code = isDiskFull(error) ? "disk-full" : isDatabaseAway(error) ? "database-away" : null
  const event = gone ? "left" : (code ?? "defect")
  log(gone ? "info" : "error", event, { ...where, error: loggedError(error) })
  if (code) return problem({ code })
  const sentence = `Something went wrong on the server. Try again; if it stays, report the number ${id}.`
  const said = { type: "/problems#defect", title: "Defect", status: 500, detail: sentence }
  return Response.json(
    { code: "defect", id, sentence, ...said },
    { status: 500, headers: { ...headers, "Content-Type": "application/problem+json" } },
  )
}
