/** Passkeys that one account may have. */
export const mostPasskeys = 20

/** Milliseconds for which what a browser was asked to have signed may be answered. */
export const challengeLife = 5 * 60_000

/** What an answer is good for; one that was asked for one purpose counts for no other. */
export type PasskeyPurpose = "add" | "proof" | "sign-in" | "second-step"

/** By what an account can take its second step, beside a recovery code. */
export type SecondWays = "app" | "passkey" | "either"
