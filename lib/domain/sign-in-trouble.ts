import type { Failure } from "./failure.ts"

/**
 * A failure to sign in as one short word, because next-auth hands on nothing but a word in an address:
 * the code, and for "too-often" the seconds to wait.
 */
export const signInWord = (failure: Failure): string =>
  failure.code === "too-often" ? `too-often-${failure.retryAfter}` : failure.code

const known = [
  "sign-in-wrong",
  "code-needed",
  "code-wrong",
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
  const code = known.find(each => each === word)
  return { code: code ?? "sign-in-failed" }
}
