import type { NextApiRequest, NextApiResponse } from "next"
import NextAuth, { type AuthOptions } from "next-auth"
import type { Visit } from "./visit.ts"

/** What is wanted of next-auth: the steps after /api/auth/, and what came with them. */
export interface Ask {
  readonly action: readonly string[]
  readonly method: string
  readonly search: Readonly<Record<string, string>>
  readonly body?: unknown
}

/**
 * Ask next-auth something, and get its answer as a response. It is called in the form it has for Node's own requests,
 * because then it sees exactly what is handed to it here and reads no header by itself.
 *
 * Version 4 knows its origin from NEXTAUTH_URL, one fixed address, or, with AUTH_TRUST_HOST, from x-forwarded-host and
 * -proto; with neither it takes http://localhost:3000 for granted. The application has to answer on any port and under
 * localhost as well as 127.0.0.1, so the second way is switched on and the two headers are written from the visit.
 */
export async function askNextAuth(ask: Ask, visit: Visit, options: AuthOptions): Promise<Response> {
  process.env["AUTH_TRUST_HOST"] = "1"
  delete process.env["NEXTAUTH_URL"]
  const url = new URL(visit.origin)
  const headers = { "x-forwarded-host": url.host, "x-forwarded-proto": url.protocol.slice(0, -1) }
  const answer = new Answer()
  const query = { ...ask.search, nextauth: ask.action }
  const request = { query, headers, method: ask.method, body: ask.body, cookies: visit.cookies }
  // next-auth uses these properties and methods and no others.
  await NextAuth(request as unknown as NextApiRequest, answer as unknown as NextApiResponse, options)
  return answer.toResponse()
}

/** The part of Node's response that next-auth writes to. */
class Answer {
  #status = 200
  #headers = new Map<string, string | string[]>()
  #body: string | null = null

  status(code: number) {
    this.#status = code
    return this
  }

  getHeader = (name: string) => this.#headers.get(name.toLowerCase())

  setHeader(name: string, value: string | string[]) {
    this.#headers.set(name.toLowerCase(), value)
    return this
  }

  end() {}

  json(value: unknown) {
    this.#headers.set("content-type", "application/json")
    this.#body = JSON.stringify(value)
  }

  send(value: unknown) {
    if (typeof value === "string") this.#body = value
    else if (value !== undefined) this.json(value)
  }

  toResponse(): Response {
    const headers = new Headers()
    for (const [name, value] of this.#headers) for (const one of [value].flat()) headers.append(name, one)
    headers.set("cache-control", "no-store")
    return new Response(this.#body, { status: this.#status, headers })
  }
}
