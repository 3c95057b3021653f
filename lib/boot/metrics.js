import { createServer } from "node:http"
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client"
import { askPort, closeServer, listen } from "./http-server.js"
import { Trouble } from "./trouble.js"

/**
 * What the modules of the pages keep for the whole process (lib/db/client.ts, lib/live/switchboard.ts).
 * @typedef {{ apparatusConnections?: ReadonlySet<unknown>, apparatusLive?: { readonly size: number } }} Kept
 */
const kept = /** @type {Kept} */ (globalThis)

/** Seconds, from what a page takes at best to what is cut. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120]

/** Answers of these never end by themselves in time, which says nothing about the server. */
const streams = new Set(["/api/v1/live"])

/** @param {NodeJS.ProcessEnv} environment @returns {number | null} */
export function metricsPort({ METRICS_PORT }) {
  if (!METRICS_PORT) return null
  const port = Number(METRICS_PORT)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Trouble("METRICS_PORT has to be a number from 1 to 65535. Correct it, then start again.")
  return port
}

/**
 * Measures of this process, and of what waits in the database, in the form that Prometheus reads. No label is ever a name,
 * an id or a word of anybody's: routes are patterns, and projects are not told apart.
 * @param {() => Promise<import("../db/work-counts.ts").WorkCounts>} countWork
 */
export function metrics(countWork) {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: "apparatus_http_request_duration_seconds",
    help: "From the request's arrival to the end of its answer.",
    labelNames: ["method", "route", "status"],
    buckets,
    registers,
  })
  new Gauge({
    name: "apparatus_live_streams",
    help: "Streams of live updates that this process holds.",
    registers,
    collect() {
      this.set(kept.apparatusLive?.size ?? 0)
    },
  })
  new Gauge({
    name: "apparatus_database_connections",
    help: "Connections of this process to the database, of at most 20.",
    registers,
    collect() {
      this.set(kept.apparatusConnections?.size ?? 0)
    },
  })
  const up = new Gauge({ name: "apparatus_database_up", help: "1 when the database answered this scrape.", registers })
  const gauge = (/** @type {string} */ name, /** @type {string} */ help, /** @type {string[]} */ labelNames = []) =>
    new Gauge({ name, help, labelNames, registers })
  const exports = gauge("apparatus_exports", "Files that wait or are being made, in the whole database.", ["state"])
  const messages = gauge("apparatus_webhook_messages_waiting", "Messages to webhooks that wait, in the whole database.")
  const sessions = gauge("apparatus_sessions_open", "Sessions that are not ended, in the whole database.")
  return {
    /** @param {{ method: string, route: string, status: number, seconds: number }} answer */
    count({ method, route, status, seconds }) {
      if (!streams.has(route)) duration.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds)
    },
    mediaType: registry.contentType,
    async text() {
      try {
        const work = await countWork()
        up.set(1)
        exports.set({ state: "waiting" }, work.exportsWaiting)
        exports.set({ state: "running" }, work.exportsRunning)
        messages.set(work.webhookMessagesWaiting)
        sessions.set(work.sessionsOpen)
      } catch {
        up.set(0)
        for (const one of [exports, messages, sessions]) one.reset()
      }
      return registry.metrics()
    },
  }
}

/**
 * Serve them at a port of their own, which is open to this machine alone unless METRICS_HOST says otherwise: they are for
 * those who watch over the server, never for its visitors. Answers what ends that.
 * @param {ReturnType<typeof metrics>} measures
 * @param {number} port
 */
export async function serveMetrics(measures, port) {
  const host = process.env["METRICS_HOST"] || "127.0.0.1"
  await askPort(host, port)
  const server = createServer(async (request, response) => {
    if (request.method !== "GET" || request.url !== "/metrics") return void response.writeHead(404).end()
    response.writeHead(200, { "Content-Type": measures.mediaType, "Cache-Control": "no-store" })
    response.end(await measures.text())
  })
  await listen(server, host, port)
  return () => closeServer(server)
}
