import { uuidv7 } from "uuidv7"
import { makeToken } from "../../lib/commands/make-token.ts"
import { type TokenScope, tokenScopes } from "../../lib/domain/token-scope.ts"
import { signedIn } from "../commands/everybody.ts"
import { value } from "../queries/project.ts"
import { type Call, requestTo, routes } from "./caller.ts"
import { Visitor } from "./visitor.ts"

interface Wish {
  readonly scopes?: readonly TokenScope[]
  readonly days?: number
}

/** A new token of somebody; with every scope, unless some are named. */
export async function tokenOf(person: { readonly id: string }, { scopes = tokenScopes, days = 30 }: Wish = {}) {
  return value(await makeToken(await signedIn(person), { id: uuidv7(), name: "A script", scopes: [...scopes], days }))
}

let programs = 0

/** A program that calls the routes with a token, from an address of its own. */
export class Program {
  constructor(
    readonly token: string,
    readonly visitor = new Visitor(`10.9.${++programs >> 8}.${programs & 255}`),
  ) {}

  async call(at: string, input: Readonly<Record<string, unknown>> = {}, headers: Record<string, string> = {}) {
    const call: Call = { at, input, headers: { authorization: `Bearer ${this.token}`, ...headers } }
    const { request, context } = requestTo(this.visitor, call)
    // A program is no page, and no browser says for it where it comes from.
    request.headers.delete("sec-fetch-site")
    for (const [name, words] of Object.entries(headers)) request.headers.set(name, words)
    const response = await routes.get(at)!(request, context)
    return { status: response.status, headers: response.headers, response }
  }

  /** What a route answers, as JSON. */
  async ask(at: string, input: Readonly<Record<string, unknown>> = {}, headers: Record<string, string> = {}) {
    const { response, ...rest } = await this.call(at, input, headers)
    const text = await response.text()
    return { ...rest, text, body: (text ? JSON.parse(text) : null) as Record<string, unknown> }
  }
}
