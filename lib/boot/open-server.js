import { closeStreams } from "./close-streams.js"
import { drain, drainSeconds, lastPatience } from "./draining.js"
import { closeServer, httpServer, listen } from "./http-server.js"
import { loadBackground } from "./load-background.js"
import { metrics, metricsPort, serveMetrics } from "./metrics.js"
import { readinessOf } from "./readiness.js"
import { builtRoutes, routeOf } from "./route-of.js"
import { whenStopping } from "./stopping.js"
import { requestSeconds } from "./too-slow.js"

/**
 * Serve the pages at a host and port, with what watches over them. What is opened is closed when the process stops: first
 * it tells that it stops and still answers for DRAIN_SECONDS, then the streams end, then the server.
 * @param {Parameters<typeof httpServer>[0]} handle
 * @param {string} host
 * @param {number} port
 */
export async function openServer(handle, host, port) {
  const seconds = drainSeconds(process.env)
  const patience = requestSeconds(process.env)
  const { readiness, end } = readinessOf(/** @type {string} */ (process.env["DATABASE_URL"]))
  whenStopping(end)
  const measuring = metricsPort(process.env)
  const measures = measuring && metrics((await loadBackground()).countWork)
  if (measures) whenStopping(await serveMetrics(measures, measuring))
  const watch = {
    seconds: patience,
    routeOf: routeOf(builtRoutes()),
    readiness,
    ...(measures && { count: measures.count }),
  }
  const server = httpServer(handle, watch)
  await listen(server, host, port)
  // Nobody new is let in before the streams end, since browsers take them up again at once.
  whenStopping(async () => {
    const closed = closeServer(server, lastPatience(seconds))
    await closeStreams()
    await closed
  })
  if (seconds > 0) whenStopping(() => drain(seconds))
}
