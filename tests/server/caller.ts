import type { Visitor } from "./visitor.ts"

export type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

/** Every route of the API by "METHOD address", as "POST documents/[documentId]/annotation". */
export const routes: ReadonlyMap<string, Handler> = new Map(
  Object.entries(import.meta.glob<Record<string, Handler>>("../../app/api/v1/**/route.ts", { eager: true })).flatMap(
    ([path, handlers]) => {
      const address = path.slice("../../app/api/v1/".length, -"/route.ts".length)
      return Object.entries(handlers).map(([method, handler]) => [`${method} ${address}`, handler] as const)
    },
  ),
)

/** The parts of an input that stand in an address. */
export const paramsOf = (at: string, input: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries([...at.matchAll(/\[(\w+)\]/g)].map(([, name]) => [name!, String(input[name!])]))

export interface Call {
  readonly at: string
  readonly input: Readonly<Record<string, unknown>>
  readonly headers?: Record<string, string>
  /** The body as it goes out; the input without the address's parts, when it is not given. */
  readonly body?: BodyInit
}

/** A request to a route as a browser would send it, with its address's parts. */
export function requestTo(visitor: Visitor, { at, input, headers = {}, body }: Call) {
  const params = paramsOf(at, input)
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !(name in params)))
  const method = at.split(" ")[0]!
  const json = { "content-type": "application/json", "sec-fetch-site": "same-origin" }
  const search = method === "GET" ? `?${new URLSearchParams(rest as Record<string, string>)}` : ""
  const request = new Request(`http://${visitor.host}/api/v1/somewhere${search}`, {
    method,
    headers: visitor.headers({ ...(method !== "GET" && json), ...headers }),
    ...(method !== "GET" && { body: body ?? JSON.stringify(rest), duplex: "half" }),
  } as RequestInit)
  return { request, context: { params: Promise.resolve(params) } }
}
