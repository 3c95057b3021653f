import { addresses, type OperationId, type takesFile } from "../api/addresses.ts"
import type { InputOf, ValueOf } from "./call-types.ts"
import { readLines } from "./read-lines.ts"

/** What takes no file as its body. */
type Callable = Exclude<OperationId, keyof typeof takesFile>

/** Why something was not done: by the server, with one of its codes, or "unreachable" or "unreadable" by the way there. */
export interface ClientFailure {
  readonly code: string
  readonly sentence: string
  readonly issues?: readonly { readonly path: string; readonly message: string }[]
  readonly [fact: string]: unknown
}

export type ClientResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: ClientFailure; readonly status: number }

/** A file that is answered, to be read while it arrives. */
export interface FileAnswer {
  readonly name: string | null
  readonly mediaType: string
  readonly body: ReadableStream<Uint8Array>
}

interface Settings {
  /** Where Apparatus is, as https://apparatus.example.org; a page of it can leave that out. */
  readonly origin?: string
  /** A personal access token; without one the browser's session counts. */
  readonly token?: string
  readonly fetch?: typeof fetch
  /** How often one request is sent at most, when the server is busy or the network away. */
  readonly attempts?: number
  readonly wait?: (milliseconds: number) => Promise<void>
}

interface Options {
  readonly signal?: AbortSignal
  /** Hears how much of a long write is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void
  /** Instead of `version` or `seen`: the state that the request is made against. */
  readonly ifMatch?: string
}

/**
 * The API as functions, for browsers and Node. Failures are values. What the server is too busy for, or what got lost on the way, is sent again
 * under the same Idempotency-Key, after as long as Retry-After says.
 */
export function client(settings: Settings = {}) {
  const call = async <K extends Callable>(
    id: K,
    input: InputOf<K>,
    options: Options = {},
  ): Promise<ClientResult<ValueOf<K>>> => {
    const accept = options.onProgress ? "application/x-ndjson, application/json" : "application/json"
    const sent = await send(settings, requestOf(id, input), accept, options)
    return sent.ok ? readAnswer<ValueOf<K>>(sent.value, options) : sent
  }
  const file = async <K extends Callable>(
    id: K,
    input: InputOf<K>,
    options: Options = {},
  ): Promise<ClientResult<FileAnswer>> => {
    const sent = await send(settings, requestOf(id, input), "*/*", options)
    if (!sent.ok || !sent.value.ok) return sent.ok ? readAnswer<never>(sent.value, options) : sent
    const { headers, body } = sent.value
    return {
      ok: true,
      value: {
        name: fileName(headers.get("content-disposition") ?? ""),
        mediaType: headers.get("content-type") ?? "application/octet-stream",
        body: body ?? new ReadableStream({ start: controller => controller.close() }),
      },
    }
  }
  return { call, file }
}

export type Client = ReturnType<typeof client>

interface Prepared {
  readonly method: string
  readonly path: string
  readonly body?: string
}

/** The method, address and body of a call: the address's parts go there, the rest into the search or the body. */
function requestOf(id: OperationId, input: object): Prepared {
  const [method = "", address = ""] = addresses[id].split(" ")
  const left = new Map(Object.entries(input).filter(([, value]) => value !== undefined))
  const path = address.replaceAll(/\[(\w+)\]/g, (_, name: string) => {
    const part = encodeURIComponent(String(left.get(name)))
    left.delete(name)
    return part
  })
  if (method !== "GET") return { method, path, body: JSON.stringify(Object.fromEntries(left)) }
  const search = new URLSearchParams([...left].map(([name, value]) => [name, String(value)])).toString()
  return { method, path: search ? `${path}?${search}` : path }
}

async function send(
  { origin = "", token, fetch: reach = fetch, attempts = 5, wait = sleep }: Settings,
  { method, path, body }: Prepared,
  accept: string,
  { signal, ifMatch }: Options,
): Promise<ClientResult<Response>> {
  const headers = {
    Accept: accept,
    ...(token && { Authorization: `Bearer ${token}` }),
    ...(body !== undefined && { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() }),
    ...(ifMatch && { "If-Match": ifMatch }),
  }
  for (let attempt = 1; ; attempt++) {
    const last = attempt >= attempts || signal?.aborted
    const response = await reach(`${origin.replace(/\/$/, "")}/api/v1/${path}`, {
      method,
      headers,
      redirect: "error",
      ...(body !== undefined && { body }),
      ...(signal && { signal }),
    }).catch(() => null)
    if (response && (last || ![429, 503].includes(response.status))) return { ok: true, value: response }
    if (!response && last) return { ok: false, failure: unreachable, status: 0 }
    await response?.body?.cancel()
    await wait(pause(attempt, response?.headers.get("retry-after") ?? null))
  }
}

/** Milliseconds until the next attempt: what the server says, at most a minute, or twice as long as before. */
function pause(attempt: number, retryAfter: string | null): number {
  const asked = Number(retryAfter ?? Number.NaN) * 1_000
  return Number.isFinite(asked) ? Math.min(asked, 60_000) : 250 * 2 ** (attempt - 1)
}

const sleep = (milliseconds: number) => new Promise<void>(done => setTimeout(done, milliseconds))

async function readAnswer<T>(response: Response, { onProgress }: Options): Promise<ClientResult<T>> {
  try {
    if (response.headers.get("content-type")?.startsWith("application/x-ndjson")) {
      for await (const line of readLines(response.body!)) {
        const told = JSON.parse(line) as { share?: number; status?: number; body?: unknown }
        if (told.share !== undefined) onProgress?.(told.share)
        else return judged<T>(told.status ?? 0, told.body)
      }
      return { ok: false, failure: unreadable, status: 0 }
    }
    return judged<T>(response.status, await response.json())
  } catch {
    return { ok: false, failure: unreadable, status: response.status }
  }
}

function judged<T>(status: number, body: unknown): ClientResult<T> {
  if (status >= 200 && status < 300) return { ok: true, value: body as T }
  const isFailure = typeof (body as Partial<ClientFailure> | null)?.sentence === "string"
  return { ok: false, failure: isFailure ? (body as ClientFailure) : unreadable, status }
}

/** The name that a file is to be kept under (RFC 6266), without any folder. */
function fileName(disposition: string): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  const plain = /filename="([^"]*)"/i.exec(disposition)?.[1]
  const name = encoded === undefined ? plain : decodeURIComponent(encoded)
  return name?.replaceAll(/[/\\]/g, "_") ?? null
}

const unreachable: ClientFailure = {
  code: "unreachable",
  sentence: "The server can't be reached. Check the address and the network, then try again.",
}
const unreadable: ClientFailure = {
  code: "unreadable",
  sentence: "The server's answer can't be read. Check that the address is that of an Apparatus.",
}
