import { afterEach, expect, test, vi } from "vitest"
import { metrics, metricsPort, serveMetrics } from "../../lib/boot/metrics.js"
import { freePort } from "../../lib/boot/postgres.js"

const work = { exportsWaiting: 2, exportsRunning: 1, webhookMessagesWaiting: 40, sessionsOpen: 7 }
const closing: Array<() => unknown> = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const measured = (text: string, line: string) =>
  text
    .split("\n")
    .find(each => each.startsWith(`${line} `))
    ?.split(" ")[1]

test("requests are counted by pattern, method and class of status; streams are not", async () => {
  const { count, text } = metrics(async () => work)
  const route = "/projects/[projectId]"
  for (const status of [200, 204, 404]) count({ method: "GET", route, status, seconds: 0.02 })
  count({ method: "GET", route: "/api/v1/live", status: 200, seconds: 600 })
  const said = await text()
  const name = "apparatus_http_request_duration_seconds"
  expect(measured(said, `${name}_count{method="GET",route="${route}",status="2xx"}`)).toBe("2")
  expect(measured(said, `${name}_bucket{le="0.01",method="GET",route="${route}",status="2xx"}`)).toBe("0")
  expect(measured(said, `${name}_bucket{le="0.025",method="GET",route="${route}",status="4xx"}`)).toBe("1")
  expect(said).not.toContain("/api/v1/live")
})

test("what waits is told while the database answers, and that it does not when it doesn't", async () => {
  const countWork = vi.fn(async () => work)
  const { text } = metrics(countWork)
  const first = await text()
  expect(measured(first, "apparatus_database_up")).toBe("1")
  expect(measured(first, 'apparatus_exports{state="waiting"}')).toBe("2")
  expect(measured(first, "apparatus_webhook_messages_waiting")).toBe("40")
  expect(measured(first, "apparatus_sessions_open")).toBe("7")
  expect(first).toContain("nodejs_eventloop_lag_seconds")
  countWork.mockRejectedValue(new Error("away"))
  const second = await text()
  expect(measured(second, "apparatus_database_up")).toBe("0")
  expect(measured(second, 'apparatus_exports{state="waiting"}')).toBeUndefined()
})

test("they have a port of their own, and nothing else is there", async () => {
  const port = await freePort()
  closing.push(
    await serveMetrics(
      metrics(async () => work),
      port,
    ),
  )
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`)
  expect(answer.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/)
  expect(await answer.text()).toContain("apparatus_live_streams 0")
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404)
  expect((await fetch(`http://127.0.0.1:${port}/metrics`, { method: "POST" })).status).toBe(404)
})

test("the port is a number or nothing", () => {
  expect(metricsPort({ NODE_ENV: "test" })).toBeNull()
  expect(metricsPort({ NODE_ENV: "test", METRICS_PORT: "9464" })).toBe(9464)
  for (const METRICS_PORT of ["x", "0", "65536", "1.5"])
    expect(() => metricsPort({ NODE_ENV: "test", METRICS_PORT })).toThrow("METRICS_PORT has to be a number")
})
