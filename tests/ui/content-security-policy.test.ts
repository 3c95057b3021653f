import { NextRequest } from "next/server"
import { afterEach, describe, expect, test, vi } from "vitest"
import { config, proxy } from "../../proxy.ts"

const policyOf = (headers: Record<string, string> = {}) =>
  proxy(new NextRequest("http://127.0.0.1:3000/", { headers })).headers.get("content-security-policy")!
const nonceOf = (policy: string) => /'nonce-([^']+)'/.exec(policy)![1]!

afterEach(() => vi.unstubAllEnvs())

describe("the policy of a page", () => {
  test("refuses what is not named, what is inline, and what is evaluated", () => {
    vi.stubEnv("NODE_ENV", "production")
    const policy = policyOf()
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'self' 'nonce-[^']+' 'strict-dynamic'; style-src 'self' 'nonce-/,
    )
    expect(policy).not.toContain("unsafe")
    for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"])
      expect(policy.split("; ")).toContain(rule)
  })
  test("has a nonce of its own, of at least 128 bits", () => {
    const nonces = Array.from({ length: 50 }, () => nonceOf(policyOf()))
    expect(new Set(nonces).size).toBe(50)
    for (const nonce of nonces) expect(atob(nonce).length).toBeGreaterThanOrEqual(16)
  })
  test("reaches the renderer in place of what a visitor sent", () => {
    const response = proxy(
      new NextRequest("http://127.0.0.1:3000/", {
        headers: { "content-security-policy": "script-src 'nonce-guessed'" },
      }),
    )
    const policy = response.headers.get("content-security-policy")
    expect(policy).not.toContain("guessed")
    expect(response.headers.get("x-middleware-request-content-security-policy")).toBe(policy)
  })
  test("is looser in development only", () => {
    vi.stubEnv("NODE_ENV", "development")
    expect(policyOf()).toContain("'unsafe-eval'")
  })
})

test.each([
  ["/", true],
  ["/sign-in", true],
  ["/projects/a/documents/b.txt", true],
  ["/apiary", true],
  ["/api/v1/projects", false],
  ["/_next/static/chunks/a.js", false],
])("%s gets one: %s", (path, documents) => {
  expect(new RegExp(`^${config.matcher[0]!.source}$`).test(path)).toBe(documents)
})
