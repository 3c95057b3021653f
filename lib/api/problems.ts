import type { FailureCode } from "../domain/failure.ts"
import { failureStatus } from "../server/failure-status.ts"
import type { JsonSchema } from "./json-schema.ts"

/** What a status means, whichever code it comes with. */
const meanings: Readonly<Record<number, string>> = {
  400: "The request can't be read.",
  401: "Nobody is signed in, or the token is not good.",
  403: "The caller may not do that.",
  404: "There is nothing here, or nothing that the caller may know of.",
  408: "The request took too long to arrive.",
  409: "It does not fit what is stored by now.",
  410: "It is over.",
  412: "What is stored is not what the request was made against.",
  413: "The request is larger than it may be.",
  415: "The request has to be JSON.",
  422: "The request is understood and can't be carried out.",
  428: "The request has to say what it was made against.",
  429: "Too often. Retry-After says in how many seconds to try again.",
  500: "Something went wrong on the server. The id is in its log too.",
  503: "The server can't answer just now. Try again.",
}

/**
 * Statuses that no failure of a command has, or that stand for more than one thing: that somebody was quicker, when the
 * request made a condition of it.
 */
const broken: Readonly<Record<number, readonly string[]>> = {
  408: ["too-slow"],
  412: ["conflict"],
  500: ["defect"],
}

const codes = Object.entries(failureStatus) as [FailureCode, number][]

/** The codes that come with a status, in the order of the alphabet. */
export const codesOf = (status: number): readonly string[] =>
  broken[status] ?? codes.flatMap(([code, of]) => (of === status ? [code] : [])).sort()

/** Every status that a problem can have. */
export const problemStatuses: readonly number[] = [
  ...new Set([...codes.map(([, status]) => status), ...Object.keys(broken).map(Number)]),
].sort()

/** The schema of a problem of one status: its code is one of those that come with it. */
export const problemSchema = (status: number): JsonSchema => ({
  allOf: [
    { $ref: "#/components/schemas/Problem" },
    { type: "object", properties: { code: { enum: codesOf(status) } }, required: ["code"] },
  ],
})

export const problemName = (status: number): string => `Problem${status}`

/** A problem of whichever status, with all the codes that there are. */
export const anyProblem: JsonSchema = {
  type: "object",
  description:
    "What went wrong (RFC 9457). `code` is for programs, `sentence` for people; some codes bring more fields.",
  properties: {
    type: { type: "string", format: "uri-reference", description: "The address of what the code means." },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string", description: "The same as `sentence`." },
    code: { type: "string", enum: [...codes.map(([code]) => code), "defect", "too-slow"].sort() },
    sentence: { type: "string", description: "What happened and what to do, for the person." },
    issues: {
      type: "array",
      description: "With the code invalid: what is wrong with which field.",
      items: {
        type: "object",
        properties: { path: { type: "string" }, message: { type: "string" } },
        required: ["path", "message"],
      },
    },
    current: { description: "With the code conflict: what is stored now." },
    retryAfter: { type: "number", description: "With the code too-often: seconds." },
  },
  required: ["type", "title", "status", "detail", "code", "sentence"],
}

const headersOf: Readonly<Record<number, JsonSchema>> = {
  401: { "WWW-Authenticate": { $ref: "#/components/headers/WWW-Authenticate" } },
  429: {
    "Retry-After": { $ref: "#/components/headers/Retry-After" },
    RateLimit: { $ref: "#/components/headers/RateLimit" },
    "RateLimit-Policy": { $ref: "#/components/headers/RateLimit-Policy" },
  },
}

/** The answers of all problems, by name. */
export const problemResponses = (): JsonSchema =>
  Object.fromEntries(
    problemStatuses.map(status => [
      problemName(status),
      {
        description: meanings[status] ?? "It can't be done.",
        ...(headersOf[status] && { headers: headersOf[status] }),
        content: { "application/problem+json": { schema: problemSchema(status) } },
      },
    ]),
  )
