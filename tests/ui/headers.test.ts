import { afterEach, expect, test, vi } from "vitest"

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

/** What `next.config.js` says of every answer, with an address that people type. */
async function configured(appUrl: string) {
  vi.stubEnv("APP_URL", appUrl)
  vi.resetModules()
  const { default: config } = (await import("../../next.config.js")) as {
    default: {
      poweredByHeader: boolean
      productionBrowserSourceMaps: boolean
      headers: () => { source: string; headers: { key: string; value: string }[] }[]
    }
  }
  const of = (source: string) =>
    Object.fromEntries(
      config
        .headers()
        .filter(each => each.source === source)
        .flatMap(({ headers }) => headers.map(({ key, value }) => [key.toLowerCase(), value])),
    )
  return { config, of }
}

test("every answer says what browsers may not do with it", async () => {
  const { of } = await configured("")
  expect(of("/:path*")).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
  })
  for (const source of ["/api/:path+", "/_next/:path*"])
    expect(of(source)).toEqual({ "content-security-policy": "default-src 'none'; frame-ancestors 'none'" })
})

test("over TLS browsers are told to stay with it for a year, elsewhere not", async () => {
  const { of } = await configured("https://apparatus.example.org")
  const [, seconds] = /max-age=(\d+)/.exec(of("/:path*")["strict-transport-security"]!)!
  expect(Number(seconds)).toBeGreaterThanOrEqual(365 * 24 * 3600)
  expect((await configured("http://127.0.0.1:3000")).of("/:path*")).not.toHaveProperty("strict-transport-security")
})

test("nothing says what the server is made with", async () => {
  const { config } = await configured("")
  expect(config.poweredByHeader).toBe(false)
  expect(config.productionBrowserSourceMaps).toBe(false)
})
