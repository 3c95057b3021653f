import { personHere } from "./person-here.ts"
import { askForProof } from "./session-asked.ts"

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

/** What keeps everything from being saved for a while, by its code: what is sent then may be sent again under the same id. */
const away: Readonly<Record<string, string>> = {
  offline: "The server can't be reached",
  "database-away": "The database does not answer",
  "disk-full": "The disk of the server is full",
}

/** Whether it is nothing about the request itself that failed, and the same request may go through later. */
export const isAway = ({ code }: Pick<ApiFailure, "code">): boolean => code in away

/** What is away, as the beginning of a sentence. */
export const awayWords = ({ code }: Pick<ApiFailure, "code">): string => away[code] ?? "It was not answered"

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
  /** For what is long and takes long: hears which share of the body has left, then which share of the work is done. */
  upload: <T>(path: string, body: unknown, onWay: (way: Way) => void) =>
    upload<T>(path, { text: JSON.stringify(body), mediaType: "application/json" }, onWay),
  /** As upload, for a file that is the body itself, of any length. */
  uploadFile: <T>(path: string, file: File, mediaType: string, onWay: (way: Way) => void) =>
    upload<T>(path, { text: file, mediaType }, onWay),
}

/** How far an upload is: which share of it is sent, and which share of the work on it is done, from 0 to 1. */
export interface Way {
  readonly sent: number
  readonly done: number
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

/** What asks for a fresh proof of who one is waits for it over the page, and goes on by itself. */
async function send<T>(method: string, path: string, body: unknown, options?: Options): Promise<ApiResult<T>> {
  const result = await sendOnce<T>(method, path, body, options)
  const waits = !result.ok && result.failure.code === "proof-needed"
  return waits && (await askForProof()) ? sendOnce<T>(method, path, body, options) : result
}

async function sendOnce<T>(method: string, path: string, body: unknown, options: Options = {}): Promise<ApiResult<T>> {
  try {
    const response = await fetch(addressOf(path), {
      method,
      credentials: "same-origin",
      cache: "no-store",
      headers: {
        Accept: "application/json",
        ...meant(),
        ...(body !== undefined && { "Content-Type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...options,
    })
    const text = await response.text()
    return answerOf<T>(response.status, text)
  } catch {
    return { ok: false, failure: options.signal?.aborted ? abandoned : offline, status: 0 }
  }
}

/** Whose page it comes from, so that nothing typed by one person is sent under the name of another. */
const meant = (): Record<string, string> => {
  const person = personHere()
  return person ? { "X-Apparatus-Person": person.id } : {}
}

const addressOf = (path: string) => `/api/v1${path.startsWith("/") ? path : `/${path}`}`

interface Body {
  readonly text: string | File
  readonly mediaType: string
}

// Fetch does not tell how much of a body has left.
function upload<T>(path: string, body: Body, onWay: (way: Way) => void): Promise<ApiResult<T>> {
  return new Promise(done => {
    const request = new XMLHttpRequest()
    request.open("POST", addressOf(path))
    request.setRequestHeader("Accept", "application/x-ndjson, application/json")
    request.setRequestHeader("Content-Type", body.mediaType)
    for (const [name, value] of Object.entries(meant())) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ lengthComputable, loaded, total }) =>
      lengthComputable && onWay({ sent: loaded / total, done: 0 })
    request.onprogress = () => {
      const { share } = wayLine(request.responseText)
      if (share !== undefined) onWay({ sent: 1, done: share })
    }
    request.onload = () => {
      const { status, body: told } = wayLine(request.responseText)
      done(answerOf<T>(status ?? request.status, status ? JSON.stringify(told) : request.responseText))
    }
    request.onerror = () => done({ ok: false, failure: offline, status: 0 })
    request.send(body.text)
  })
}

/** The last whole line of an answer that is told on the way. */
function wayLine(text: string): { share?: number; status?: number; body?: unknown } {
  const line = parsed(
    text
      .slice(0, text.lastIndexOf("\n") + 1)
      .trimEnd()
      .split("\n")
      .at(-1) ?? "",
  )
  return line.ok && typeof line.value === "object" ? (line.value ?? {}) : {}
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
