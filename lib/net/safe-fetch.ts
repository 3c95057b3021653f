import { lookup } from "node:dns/promises"
import { pipeline, type Readable } from "node:stream"
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib"
import { Agent, buildConnector, type Dispatcher, request } from "undici"
import type { FetchTrouble } from "../domain/fetch-trouble.ts"
import { isPublicAddress } from "./public-address.ts"

/** What is asked for. Nothing is sent that is not named here: no cookies, no credentials. */
export interface SafeRequest {
  readonly url: string
  /** Redirects are followed for GET alone. */
  readonly method?: "GET" | "POST"
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** Media types that are taken, in small letters and without parameters; without it any is. */
  readonly types?: readonly string[]
  /** Bytes of the answer at most, as they are once unpacked. */
  readonly bytes: number
  /** Whether a longer answer is cut there, and not refused. */
  readonly cut?: boolean
  /** Milliseconds for everything together, 10,000 unless told. */
  readonly milliseconds?: number
  readonly signal?: AbortSignal
}

export interface SafeAnswer {
  readonly ok: true
  readonly status: number
  /** The address that answered, after redirects. */
  readonly url: string
  /** In small letters and without parameters; empty when the site names none. */
  readonly mediaType: string
  /** The "charset" of the content type, or empty. */
  readonly charset: string
  /** When one may ask again, in the words of the header; empty when nothing is said. */
  readonly retryAfter: string
  readonly bytes: Uint8Array<ArrayBuffer>
}
export type SafeResult =
  | SafeAnswer
  | { readonly ok: false; readonly why: Exclude<FetchTrouble, "off" | "status">; readonly status?: number }

/** How names become addresses and addresses connections. Tests bring their own; the rules are the same for them. */
export interface Network {
  readonly resolve: (host: string) => Promise<readonly string[]>
  /** Where a connection to a public address really goes; it has been judged by then. */
  readonly dial: (address: string, port: number) => { readonly host: string; readonly port: number }
}

const internet: Network = {
  resolve: async host => (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address),
  dial: (host, port) => ({ host, port }),
}

const mostRedirects = 3
const mostAddresses = 3

class Refused extends Error {
  constructor(
    readonly why: Exclude<FetchTrouble, "off" | "status">,
    readonly status?: number,
  ) {
    super(why)
  }
}

/**
 * Ask a server on the public internet, so that the request can't be turned against what lies inside: http and https on
 * their own ports, no credentials in the address, every address that the name resolves to is public, and the connection
 * goes to one of those addresses and to no other, so that a name which resolves differently the next time gains nothing.
 * Each redirect is judged in the same way. Answers of any status are answers; the caller judges it.
 */
export async function safeFetch(asked: SafeRequest, network: Network = internet): Promise<SafeResult> {
  const clock = AbortSignal.timeout(asked.milliseconds ?? 10_000)
  const signal = asked.signal ? AbortSignal.any([clock, asked.signal]) : clock
  try {
    let url = judged(asked.url)
    for (let hop = 0; ; hop++) {
      const answer = await ask(url, hop === 0 ? asked : { ...asked, headers: {} }, network, signal)
      if (!("location" in answer)) return answer
      if (hop === mostRedirects) throw new Refused("redirects")
      url = judged(answer.location, url)
    }
  } catch (error) {
    if (error instanceof Refused) {
      const { why, status } = error
      return { ok: false, why, ...(status !== undefined && { status }) }
    }
    return { ok: false, why: clock.aborted ? "slow" : "unreachable" }
  }
}

/** An address that may be asked as far as it can be told before its name is resolved. */
function judged(address: string, base?: URL): URL {
  if (!URL.canParse(address, base)) throw new Refused("address")
  const url = new URL(address, base)
  if (url.protocol !== "http:" && url.protocol !== "https:") throw new Refused("scheme")
  if (url.username !== "" || url.password !== "") throw new Refused("userinfo")
  // The parser leaves out the port that belongs to the scheme.
  if (url.port !== "" && url.port !== "80" && url.port !== "443") throw new Refused("port")
  if (/(^|\.)localhost\.*$/i.test(url.hostname)) throw new Refused("inside")
  url.hash = ""
  return url
}

/** Every address of the host, once all of them are public. */
async function publicAddresses(url: URL, network: Network, signal: AbortSignal): Promise<readonly string[]> {
  const host = url.hostname.replace(/^\[|\]$/g, "")
  const literal = host.includes(":") || /^[\d.]+$/.test(host)
  const addresses = literal ? [host] : await inTime(network.resolve(host), signal)
  if (addresses.length === 0) throw new Refused("unresolved")
  if (!addresses.every(isPublicAddress)) throw new Refused("inside")
  return addresses.slice(0, mostAddresses)
}

/** The system's resolver can't be called off, so that it is left alone when the time is over. */
async function inTime(resolving: Promise<readonly string[]>, signal: AbortSignal): Promise<readonly string[]> {
  const known = resolving.catch(() => [])
  const over = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(new Refused("slow"))
    signal.addEventListener("abort", () => reject(new Refused("slow")), { once: true })
  })
  return Promise.race([known, over])
}

async function ask(
  url: URL,
  asked: SafeRequest,
  network: Network,
  signal: AbortSignal,
): Promise<SafeAnswer | { readonly location: string }> {
  const method = asked.method ?? "GET"
  const agent = new Agent({ connect: pinned(await publicAddresses(url, network, signal), network), pipelining: 0 })
  try {
    const answer = await request(url, {
      dispatcher: agent,
      method,
      headers: {
        "user-agent": "Apparatus",
        "accept-encoding": "gzip, deflate, br",
        ...(asked.types && { accept: asked.types.join(", ") }),
        ...asked.headers,
      },
      body: asked.body ?? null,
      signal,
    })
    const { statusCode: status } = answer
    const location = one(answer.headers["location"])
    if (method === "GET" && [301, 302, 303, 307, 308].includes(status) && location !== "") {
      answer.body.on("error", () => {}).destroy()
      return { location }
    }
    const contentType = one(answer.headers["content-type"])
    const mediaType = (contentType.split(";")[0] ?? "").trim().toLowerCase()
    const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1] ?? ""
    if (asked.types && status < 300 && !asked.types.includes(mediaType)) {
      answer.body.on("error", () => {}).destroy()
      throw new Refused("type", status)
    }
    const bytes = await counted(answer, asked.bytes, asked.cut ?? false)
    return {
      ok: true,
      status,
      url: url.href,
      mediaType,
      charset,
      retryAfter: one(answer.headers["retry-after"]),
      bytes,
    }
  } finally {
    // What is left of the answer is not waited for.
    void agent.destroy().catch(() => {})
  }
}

/** A connector that goes to these addresses, one after the other, whatever the name resolves to by now. */
function pinned(addresses: readonly string[], network: Network): buildConnector.connector {
  const connect = buildConnector({ timeout: 5_000, keepAlive: false })
  return (options, done) => {
    const attempt = (at: number) => {
      const { host: hostname, port } = network.dial(
        addresses[at]!,
        Number(options.port) || defaultPort(options.protocol),
      )
      const to = { ...options, hostname, port: String(port) }
      connect(options.servername ? to : { ...to, servername: options.hostname }, (...result) => {
        if (result[0] && at + 1 < addresses.length) attempt(at + 1)
        else done(...result)
      })
    }
    attempt(0)
  }
}

const defaultPort = (protocol: string) => (protocol === "https:" ? 443 : 80)
const one = (header: string | string[] | undefined) => (Array.isArray(header) ? header[0] : header) ?? ""

const unpackers = { gzip: createGunzip, "x-gzip": createGunzip, deflate: createInflate, br: createBrotliDecompress }

/** The bytes of an answer, unpacked; refused or cut as soon as there are more than `limit`, packed or unpacked. */
async function counted(answer: Dispatcher.ResponseData, limit: number, cut: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const packing = one(answer.headers["content-encoding"]).trim().toLowerCase()
  if (!cut && Number(one(answer.headers["content-length"])) > limit) {
    answer.body.on("error", () => {}).destroy()
    throw new Refused("size")
  }
  const unpacked = unpacking(answer.body, packing)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of unpacked as AsyncIterable<Uint8Array>) {
    if (size + chunk.byteLength > limit && !cut) throw new Refused("size")
    const kept = chunk.subarray(0, limit - size)
    size += kept.byteLength
    chunks.push(kept)
    if (size === limit && cut) break
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}

function unpacking(body: Readable, packing: string): Readable {
  if (packing === "" || packing === "identity") return body
  if (!Object.hasOwn(unpackers, packing)) {
    body.on("error", () => {}).destroy()
    throw new Refused("type")
  }
  return pipeline(body, unpackers[packing as keyof typeof unpackers](), () => {})
}
