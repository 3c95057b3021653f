import fc from "fast-check"
import { expect, test } from "vitest"
import { appSecretWords, stepOf } from "../../lib/commands/app-codes.ts"
import { recoveryCode, typedCode } from "../../lib/domain/one-time-code.ts"

// RFC 6238, appendix B, for SHA-1; an app shows the last six of the eight digits.
test.each([
  [59, "287082", 1],
  [1_111_111_109, "081804", 37_037_036],
  [1_111_111_111, "050471", 37_037_037],
  [1_234_567_890, "005924", 41_152_263],
  [2_000_000_000, "279037", 66_666_666],
])("at %i seconds the code of the RFC's secret is %s", (seconds, code, step) => {
  const secret = Buffer.from("12345678901234567890")
  const at = new Date(seconds * 1000)
  expect(stepOf(secret, code, at)).toBe(step)
  expect(stepOf(secret, code, new Date((step * 30 + 59) * 1000))).toBe(step)
  expect(stepOf(secret, code, new Date((step * 30 + 60) * 1000))).toBeNull()
  expect(appSecretWords(secret, "nora@example.org").words).toBe("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
})

test("a recovery code is read as it was told, however it is typed", () => {
  const typings = fc.constantFrom(
    (code: string) => code.toLowerCase(),
    (code: string) => ` ${code.replaceAll("-", " ")} `,
    (code: string) => code.replaceAll("0", "o").replaceAll("1", "I"),
    (code: string) => code.replaceAll("1", "l"),
  )
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), typings, (random, typing) => {
      const code = recoveryCode(random)
      expect(typedCode(typing(code))).toEqual({ kind: "recovery", code: code.replaceAll("-", "") })
    }),
  )
})

test("every byte of chance changes a recovery code", () => {
  const none = recoveryCode(new Uint8Array(32))
  for (let at = 0; at < 24; at++) {
    const random = new Uint8Array(32)
    random[at] = 1
    expect(recoveryCode(random)).not.toBe(none)
  }
})

test.each(["", "12345", "1234567", "１２３４５６", "nonsense", "U".repeat(24), "A".repeat(25)])(
  "%j is no code",
  words => {
    expect(typedCode(words)).toEqual({ kind: "neither" })
  },
)
