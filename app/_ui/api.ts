/** A refusal by the server, or by the network before it. The rest of its facts depend on the code. */
export interface ApiFailure {
  readonly code: string
  readonly sentence: string
  readonly issues?: readonly { readonly path: string; readonly message: string }[]
  readonly [fact: string]: unknown
}

export type ApiResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: ApiFailure; readonly status: number }

interface Options {
  readonly signal?: AbortSignal
  /** Lets the request outlive the page, for what is saved while leaving it. At most 64 kB. */
  readonly keepalive?: boolean
}

/**
 * The way to the server from the browser: JSON to and from /api/v1. It never throws: a dead network, a
 * refusal and a broken answer are all failures with a sentence to show. `T` is what the route promises.
 */
export const api = {
  get: <T>(path: string, options?: Options) => send<T>("GET", path, undefined, options),
  post: <T>(path: string, body: unknown = {}, options?: Options) => send<T>("POST", path, body, options),
  put: <T>(path: string, body: unknown = {}, options?: Options) => send<T>("PUT", path, body, options),
  patch: <T>(path: string, body: unknown = {}, options?: Options) => send<T>("PATCH", path, body, options),
  delete: <T>(path: string, body: unknown = {}, options?: Options) => send<T>("DELETE", path, body, options),
}

const offline: ApiFailure = {
  code: "offline",
  sentence: "The server can't be reached. What you typed is kept; try again.",
}
const abandoned: ApiFailure = {
  code: "abandoned",
  sentence: "The request was given up before it was answered. Try again.",
}
const signedOut: ApiFailure = {
  code: "signed-out",
  sentence: "You are signed out. Sign in again; what you typed is kept.",
}
const unreadable: ApiFailure = {
  code: "defect",
  sentence: "The server's answer could not be read. What you typed is kept; try again.",
}

async function send<T>(method: string, path: string, body: unknown, options: Options = {}): Promise<ApiResult<T>> {
  try {
    const response = await fetch(`/api/v1${path.startsWith("/") ? path : `/${path}`}`, {
      method,
      credentials: "same-origin",
      cache: "no-store",
      headers: { Accept: "application/json", ...(body !== undefined && { "Content-Type": "application/json" }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...options,
    })
    const text = await response.text()
    return answerOf<T>(response.status, text)
  } catch {
    return { ok: false, failure: options.signal?.aborted ? abandoned : offline, status: 0 }
  }
}

function answerOf<T>(status: number, text: string): ApiResult<T> {
  const json = parsed(text)
  if (status >= 200 && status < 300)
    return json.ok ? { ok: true, value: json.value as T } : { ok: false, failure: unreadable, status }
  if (json.ok && isFailure(json.value)) return { ok: false, failure: json.value, status }
  return { ok: false, failure: status === 401 ? signedOut : unreadable, status }
}

function parsed(text: string): { ok: true; value: unknown } | { ok: false } {
  if (text === "") return { ok: true, value: null }
  try {
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch {
    return { ok: false }
  }
}

const isFailure = (value: unknown): value is ApiFailure =>
  typeof value === "object" &&
  value !== null &&
  typeof (value as Partial<ApiFailure>).code === "string" &&
  typeof (value as Partial<ApiFailure>).sentence === "string"
