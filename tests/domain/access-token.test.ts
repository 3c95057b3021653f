import { crc32 } from "node:zlib"
import fc from "fast-check"
import { expect, test } from "vitest"
import { permissions } from "../../lib/domain/access.ts"
import { accessToken, isAccessToken, tokenEnding, tokenPrefix } from "../../lib/domain/access-token.ts"
import { scopeOf, tokenScopes } from "../../lib/domain/token-scope.ts"

const secrets = fc.uint8Array({ minLength: 32, maxLength: 32 })
const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

test("a token is told by its prefix, has one length and is one of ours", () => {
  fc.assert(
    fc.property(secrets, secret => {
      const token = accessToken(secret)
      expect(token).toMatch(/^apparatus_[0-9A-Za-z]{49}$/)
      expect(isAccessToken(token)).toBe(true)
      expect(token.endsWith(tokenEnding(token))).toBe(true)
    }),
  )
})

test("two secrets make two tokens", () => {
  const one = new Uint8Array(32)
  const tokens = Array.from({ length: 256 }, (_, bit) => {
    const other = one.slice()
    other[bit >> 3] = 1 << (bit & 7)
    return accessToken(other)
  })
  expect(new Set([...tokens, accessToken(one), accessToken(one.map(() => 255))]).size).toBe(258)
})

test("any one changed character, and any two neighbours that changed places, are noticed", () => {
  fc.assert(
    fc.property(secrets, fc.nat(58), fc.constantFrom(...digits, "_", "-", "é"), (secret, at, sign) => {
      const token = accessToken(secret)
      const changed = token.slice(0, at) + sign + token.slice(at + 1)
      expect(isAccessToken(changed)).toBe(changed === token)
      const swapped = token.slice(0, at) + (token[at + 1] ?? "") + token[at] + token.slice(at + 2)
      expect(isAccessToken(swapped)).toBe(swapped === token)
    }),
    { numRuns: 2_000 },
  )
})

test("what is cut off, longer or in white space is none", () => {
  const token = accessToken(new Uint8Array(32).fill(7))
  for (const other of ["", token.slice(0, -1), `${token}0`, ` ${token}`, `${token}\n`, token.toUpperCase()])
    expect(isAccessToken(other), other).toBe(false)
})

test("the checksum is the CRC-32 of zlib over all that stands before it", () => {
  fc.assert(
    fc.property(secrets, secret => {
      const token = accessToken(secret)
      const sum = [...token.slice(-6)].reduce((sum, digit) => sum * 62 + digits.indexOf(digit), 0)
      expect(sum).toBe(crc32(token.slice(0, -6)))
      expect(token.startsWith(tokenPrefix)).toBe(true)
    }),
  )
})

test("what a scope allows is written out", () => {
  const by = (scope: string) => permissions.filter(permission => scopeOf[permission] === scope)
  expect(by("read")).toEqual(["claims.export", "comment.trace", "project.archive", "reliability.see"])
  expect(by("manage")).toEqual(["work.assign", "policy.edit", "member.manage", "project.edit", "webhook.manage"])
  expect(tokenScopes.flatMap(by).length).toBe(permissions.length)
})
