import { createHash } from "node:crypto"
import { fail, ok, type Result } from "../domain/failure.ts"
import { fieldsOf, type InputSchema } from "../schema/fields-of.ts"

type Body = Readonly<Record<string, unknown>>

/**
 * The strong entity tag of an answer in JSON: the version of the thing that it is about, when it has one, a full stop, and a
 * hash of all of it, so that two answers with one tag are the same byte for byte (RFC 9110, section 8.8.3).
 */
export function entityTag(value: unknown, json: string): string {
  const hash = createHash("sha256").update(json).digest("base64url").slice(0, 22)
  return `"${versionIn(value) ?? ""}.${hash}"`
}

/** The version of an answer: its own, or that of the one part that has one. */
function versionIn(value: unknown): number | null {
  const own = numberOf(value)
  if (own !== null || typeof value !== "object" || value === null || Array.isArray(value)) return own
  const parts = Object.values(value).flatMap(part => numberOf(part) ?? [])
  return parts.length === 1 ? parts[0]! : null
}

const numberOf = (value: unknown): number | null =>
  typeof value === "object" && value !== null && "version" in value && Number.isInteger(value.version)
    ? (value.version as number)
    : null

/** Whether the header If-None-Match of a request names a tag: whoever asks has this answer already. */
export function knownAlready(request: Request, tag: string): boolean {
  const header = request.headers.get("if-none-match")
  if (header === null) return false
  return header.split(",").some(each => each.trim() === "*" || each.trim().replace(/^W\//, "") === tag)
}

/**
 * The body of a write with the state that it was made against: what the header If-Match says, when it has it not in itself.
 * The tag is one that a read answered, or a bare version or id in quotation marks, as lists have them.
 */
export function matched(body: Body, request: Request, input: InputSchema): Result<Body> {
  const header = request.headers.get("if-match")?.trim()
  if (header === undefined || header === "*") return ok(body)
  const field = ["version", "seen"].find(name => name in fieldsOf(input))
  if (!field) return refuse("Nothing here has a version. Send the request without If-Match.")
  const tag = /^"([^",]*)"$/.exec(header)?.[1]
  if (tag === undefined) return refuse("Send one strong entity tag, as the ETag of a read has it.")
  const state = tag.split(".")[0]!
  const said = [Number(state), state].find(each => state !== "" && fieldsOf(input)[field]!.safeParse(each).success)
  if (said === undefined) return refuse(`This tag holds no “${field}”. Take the one of what is to be changed.`)
  if (body[field] === undefined) return ok({ ...body, [field]: said })
  return body[field] === said
    ? ok(body)
    : refuse(`The body’s “${field}” is another than If-Match. Send only one of them.`)
}

/** Whether a request is to be carried out only on a certain state. */
export const isConditional = (request: Request): boolean => (request.headers.get("if-match")?.trim() ?? "*") !== "*"

const refuse = (message: string) => fail({ code: "invalid", issues: [{ path: "If-Match", message }] })
