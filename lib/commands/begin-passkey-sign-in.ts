import { saveChallenge } from "../db/passkey-challenge-rows.ts"
import { ok } from "../domain/failure.ts"
import { parse } from "../schema/parse.ts"
import { passkeyWish } from "../schema/passkey-input.ts"
import { askToUse, newChallenge } from "./passkey-protocol.ts"

/** A browser in which nobody is signed in yet. */
export interface Browser {
  /** What tells it from all others. */
  readonly name: string
  readonly origin: string
}

/**
 * Begin to sign in with a passkey: answers what the browser is told, for five minutes and for this browser. Since it asks
 * for any passkey of this site, it says nothing about any account.
 */
async function run(browser: Browser, raw: unknown) {
  const input = parse(passkeyWish, raw)
  if (!input.ok) return input
  const challenge = newChallenge()
  const { name, origin } = browser
  await saveChallenge({ of: "browser", name }, input.value.purpose, challenge, new Date())
  return ok(await askToUse({ challenge, origin }))
}

export const beginPasskeySignIn = Object.assign(run, { needs: "link", scope: "open", input: passkeyWish } as const)
