import { hash } from "@node-rs/argon2"
import fc from "fast-check"
import { expect, test } from "vitest"
import { isCommonPassword } from "../../lib/commands/common-password.ts"
import { fitsPassword, hashPassword, isOutdated } from "../../lib/commands/password-hash.ts"

test("any password fits its own hash and no near one", async () => {
  const password = fc.string({ unit: "binary", minLength: 8, maxLength: 128 })
  await fc.assert(
    fc.asyncProperty(password, async words => {
      const stored = await hashPassword(words)
      expect(await fitsPassword(stored, words)).toBe(true)
      expect(await fitsPassword(stored, `${words} `)).toBe(false)
      if (words.normalize("NFKC") !== words) expect(await fitsPassword(stored, words.normalize("NFKC"))).toBe(false)
    }),
    { numRuns: 15, examples: [["  spaces stay  "], ["nul\0inside it"], ["ﬁne ligatures"], ["Пароль из слов"]] },
  )
})

test("it is argon2id, at a cost that ASVS approves", async () => {
  expect(await hashPassword("three quiet archives")).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/)
})

test("nothing fits who has no password", async () => {
  expect(await fitsPassword(null, "three quiet archives")).toBe(false)
})

test("a hash at another cost is outdated", async () => {
  expect(isOutdated(await hash("three quiet archives", { memoryCost: 19_456, timeCost: 2 }))).toBe(true)
  expect(isOutdated(await hashPassword("three quiet archives"))).toBe(false)
})

test.each(["password1", "PASSWORD1", "iloveyou2", "qwertyuiop"])("%s is common", async password => {
  expect(await isCommonPassword(password)).toBe(true)
})

test("a few words in a row are not", async () => {
  expect(await isCommonPassword("three quiet archives")).toBe(false)
})
