import { expect, test } from "vitest"
import { signInTrouble, signInWord } from "../../lib/domain/sign-in-trouble.ts"

test.each([
  { code: "too-often", retryAfter: 840 },
  { code: "sign-in-wrong" },
  { code: "identity-email-known" },
  { code: "setup-first" },
] as const)("$code comes back as it went", failure => {
  expect(signInTrouble(signInWord(failure))).toEqual(failure)
})

test.each(["Callback", "OAuthSignin", "", "not-found", "too-often-", "<script>"])(
  "%j only says that it failed",
  word => {
    expect(signInTrouble(word)).toEqual({ code: "sign-in-failed" })
  },
)
