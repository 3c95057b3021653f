import { networkInterfaces } from "node:os"
import { Trouble } from "./trouble.js"

/**
 * Where to listen, the address that people type, and whether only this machine can come in: the demonstration, whose
 * password is public, is for nobody else.
 * @param {NodeJS.ProcessEnv} environment
 */
export function listenAddress({ HOST, PORT, APP_URL, TRUST_PROXY }) {
  const host = (HOST || "127.0.0.1").replace(/^\[(.*)\]$/, "$1")
  const port = Number(PORT || 3000)
  if (!/^\d*$/.test(PORT ?? "") || port < 1 || port > 65_535)
    throw new Trouble("PORT has to be a number from 1 to 65535. Correct it, then start again.")
  if (APP_URL && !(URL.canParse(APP_URL) && /^https?:$/.test(new URL(APP_URL).protocol)))
    throw new Trouble("APP_URL has to look like https://apparatus.example.org. Correct it, then start again.")
  const origin = APP_URL ? new URL(APP_URL).origin : `http://${inAddress(reachable(host))}:${port}`
  const local = isLoopback(host) && isLoopback(new URL(origin).hostname.replace(/^\[(.*)\]$/, "$1")) && !TRUST_PROXY
  return { host, port, origin, local }
}

/** @param {string} host */
const isLoopback = host => host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host)

/** @param {string} host */
const inAddress = host => (host.includes(":") ? `[${host}]` : host)

/** An address to type for a server that listens on all. @param {string} host */
function reachable(host) {
  if (host !== "0.0.0.0" && host !== "::") return host
  const outside = Object.values(networkInterfaces())
    .flatMap(list => list ?? [])
    .find(({ family, internal }) => family === "IPv4" && !internal)
  return outside?.address ?? "127.0.0.1"
}
