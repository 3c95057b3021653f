import { afterEach, expect, test, vi } from "vitest"
import { visitOf } from "../../lib/server/visit.ts"

afterEach(() => vi.unstubAllEnvs())

const visit = (headers: Record<string, string>) => visitOf(new Headers(headers))
const forged = { "x-forwarded-for": "203.0.113.9", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" }

test.each(["localhost:3000", "127.0.0.1:3000", "127.0.0.1:8123"])(
  "the origin is where the browser says it is: %s",
  host => {
    expect(visit({ host })).toMatchObject({ origin: `http://${host}`, secure: false })
  },
)

test("what a proxy would add is not believed without one", () => {
  expect(visit({ host: "127.0.0.1:3000", "x-apparatus-peer": "192.0.2.7", ...forged })).toMatchObject({
    origin: "http://127.0.0.1:3000",
    secure: false,
    address: "192.0.2.7",
  })
})

test("behind a proxy the last hop counts, whatever the client wrote before it", () => {
  vi.stubEnv("TRUST_PROXY", "1")
  const headers = { host: "10.0.0.2:3000", "x-apparatus-peer": "10.0.0.1", "x-forwarded-for": "1.2.3.4, 203.0.113.9" }
  expect(visit({ ...headers, "x-forwarded-host": "apparatus.example", "x-forwarded-proto": "https" })).toMatchObject({
    origin: "https://apparatus.example",
    secure: true,
    address: "203.0.113.9",
  })
})

test("APP_URL fixes the origin", () => {
  vi.stubEnv("APP_URL", "https://apparatus.example/")
  expect(visit({ host: "evil.example" })).toMatchObject({ origin: "https://apparatus.example", secure: true })
})

test.each([
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
  ["2001:0db8:0001:0002:ffff::", "2001:db8:1:2::/64"],
  ["::1", "0:0:0:0::/64"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["192.0.2.7", "192.0.2.7"],
])("attempts from %s count for %s", (address, neighbourhood) => {
  expect(visit({ "x-apparatus-peer": address }).neighbourhood).toBe(neighbourhood)
})

test("cookies are read as they were set", () => {
  expect(visit({ cookie: "a=1; b=x%7Cy=z; broken=%E0%A4%A" }).cookies).toEqual({
    a: "1",
    b: "x|y=z",
    broken: "%E0%A4%A",
  })
})
