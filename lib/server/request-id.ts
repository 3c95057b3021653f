import { createHash } from "node:crypto"
import { fail, ok, type Result } from "../domain/failure.ts"
import type { Caller } from "./caller.ts"

type Body = Readonly<Record<string, unknown>>

/**
 * The body of a request with the id under which it is carried out once only: its own `requestId`, or what stands in the
 * header Idempotency-Key. A program that says neither gets one, and with it no protection from being heard twice.
 */
export function identified(body: Body, request: Request, { actor, byToken }: Caller): Result<Body> {
  const header = request.headers.get("idempotency-key")
  const own = body["requestId"]
  if (header === null) return ok(byToken && own === undefined ? { ...body, requestId: crypto.randomUUID() } : body)
  const key = keyIn(header)
  if (key === null)
    return refuse("Idempotency-Key", "Write the Idempotency-Key as 1 to 255 printable ASCII characters.")
  const requestId = requestIdOf(key, actor.id)
  if (own === undefined) return ok({ ...body, requestId })
  if (typeof own === "string" && own.toLowerCase() === requestId) return ok(body)
  return refuse("requestId", "The body’s requestId is another than the Idempotency-Key. Send only one of them.")
}

/**
 * The request id that a key stands for: a UUID is itself; anything else is hashed together with the account, into a UUID of
 * version 8 (RFC 9562, which leaves its bits to whoever makes it).
 */
export function requestIdOf(key: string, userId: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(key)) return key.toLowerCase()
  const hash = createHash("sha256").update(`${userId}\n${key}`).digest().subarray(0, 16)
  hash[6] = (hash[6]! & 0x0f) | 0x80
  hash[8] = (hash[8]! & 0x3f) | 0x80
  return hash.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")
}

/** The key of a header, with the quotation marks of a structured field or without; null when it is none. */
function keyIn(header: string): string | null {
  const quoted = /^"((?:[^"\\]|\\["\\])*)"$/.exec(header)?.[1]
  const key = quoted === undefined ? header : quoted.replaceAll(/\\(.)/g, "$1")
  return /^[\x20-\x7e]{1,255}$/.test(key) && (quoted !== undefined || !header.includes('"')) ? key : null
}

const refuse = (path: string, message: string) => fail({ code: "invalid", issues: [{ path, message }] })
