import type { Failure } from "./failure.ts"
import type { SecondWays } from "./passkey.ts"

/**
 * A failure to sign in as one short word, because next-auth hands on nothing but a word in an address:
 * the code, and for "too-often" the seconds to wait, for "code-needed" how, where it is not an app alone.
 */
export function signInWord(failure: Failure): string {
  if (failure.code === "too-often") return `too-often-${failure.retryAfter}`
  return failure.code === "code-needed" && failure.by !== "app" ? `code-needed-${failure.by}` : failure.code
}

const known = [
  "sign-in-wrong",
  "code-wrong",
  "passkey-wrong",
  "passkey-copied",
  "proof-needed",
  "identity-email-known",
  "identity-email-missing",
  "identity-taken",
  "setup-first",
] as const satisfies readonly Failure["code"][]

/** The failure behind such a word. Words that are not ours, next-auth's own among them, mean that something failed on the way. */
export function signInTrouble(word: string): Failure {
  const seconds = /^too-often-(\d{1,6})$/.exec(word)?.[1]
  if (seconds !== undefined) return { code: "too-often", retryAfter: Number(seconds) }
  const [needed, by = "app"] = /^code-needed(?:-(passkey|either))?$/.exec(word) ?? []
  if (needed !== undefined) return { code: "code-needed", by: by as SecondWays }
  const code = known.find(each => each === word)
  return { code: code ?? "sign-in-failed" }
}
