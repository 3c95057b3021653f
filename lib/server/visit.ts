import { isIPv6 } from "node:net"
import type { Circumstances } from "../db/circumstances.ts"

/** What sign-in needs to know of the request that brings somebody: where to, from where, with what in the pockets. */
export interface Visit {
  /** The origin that the browser sees, without a slash at the end. */
  readonly origin: string
  readonly secure: boolean
  /** The network address, "unknown" when nobody said. */
  readonly address: string
  /** What attempts are counted by: the address, or the network of an IPv6 one, since a home has 2^64 of those. */
  readonly neighbourhood: string
  readonly userAgent: string
  readonly cookies: Readonly<Record<string, string>>
}

/**
 * Read the headers of a request. APP_URL fixes the origin; without it, it is where the browser says it is, so that
 * localhost, 127.0.0.1 and any port work. What a proxy adds counts only with TRUST_PROXY=1, because anybody can write
 * those headers; the socket's own address comes from our server in `x-apparatus-peer`, which it never takes from outside.
 */
export function visitOf(headers: Headers): Visit {
  const proxied = process.env["TRUST_PROXY"] === "1"
  const origin = fixedOrigin() ?? statedOrigin(headers, proxied)
  const address =
    (proxied && headers.get("x-forwarded-for")?.split(",").at(-1)?.trim()) ||
    headers.get("x-apparatus-peer") ||
    "unknown"
  return {
    origin,
    secure: origin.startsWith("https://"),
    address: address.slice(0, 64),
    neighbourhood: neighbourhood(address),
    userAgent: (headers.get("user-agent") ?? "").slice(0, 400),
    cookies: cookiesOf(headers.get("cookie") ?? ""),
  }
}

/** What is written down of a request with what it does to an account: from where it came, and its id when it has one. */
export function circumstancesOf(headers: Headers): Circumstances {
  const { address, userAgent } = visitOf(headers)
  return { address, userAgent, requestId: /^[\w.-]{1,64}$/.exec(headers.get("x-request-id") ?? "")?.[0] ?? null }
}

function fixedOrigin(): string | null {
  const url = process.env["APP_URL"]
  return url && URL.canParse(url) ? new URL(url).origin : null
}

function statedOrigin(headers: Headers, proxied: boolean): string {
  const protocol = proxied && last(headers.get("x-forwarded-proto")) === "https" ? "https" : "http"
  const host = (proxied && last(headers.get("x-forwarded-host"))) || headers.get("host") || "localhost"
  const url = `${protocol}://${host}`
  return URL.canParse(url) ? new URL(url).origin : `${protocol}://localhost`
}

const last = (header: string | null) => header?.split(",").at(-1)?.trim()

function neighbourhood(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, "")
  if (!isIPv6(bare)) return bare.slice(0, 64)
  const [head = "", tail = ""] = bare.split("::")
  const front = head.split(":").filter(Boolean)
  const back = tail.split(":").filter(Boolean)
  const groups = [...front, ...Array<string>(Math.max(0, 8 - front.length - back.length)).fill("0"), ...back]
  return `${groups
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`
}

function cookiesOf(header: string): Record<string, string> {
  const pairs = header.split(";").map(part => part.split("=") as [string, ...string[]])
  return Object.fromEntries(pairs.map(([name, ...value]) => [name.trim(), decoded(value.join("=").trim())]))
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
