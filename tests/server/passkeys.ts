import { database } from "../../lib/db/client.ts"
import { ownAccount } from "../../lib/db/pass.ts"
import { saveChallenge } from "../../lib/db/passkey-challenge-rows.ts"
import { insertPasskey } from "../../lib/db/passkey-rows.ts"
import { ok } from "../../lib/domain/failure.ts"
import { value } from "../queries/project.ts"
import { answerWith, makePasskey, type SoftPasskey } from "../support/authenticator.ts"

/** The origin at which visitors are, and of the pages that a command is told of in tests without a request. */
export const origin = "http://127.0.0.1:3000"
const site = new URL(origin).hostname

const challenge = new Uint8Array(32).fill(5)
const words = Buffer.from(challenge).toString("base64url")

/** Asks all of somebody's sessions for the same, whichever of them the answer comes in. */
async function asked(by: { readonly id: string }, purpose: "add" | "proof"): Promise<void> {
  const sessions = await database().session.findMany({ where: { userId: by.id }, select: { id: true } })
  for (const { id } of sessions) await saveChallenge({ of: "session", name: id }, purpose, challenge, new Date())
}

const made = (by: { readonly id: string }) =>
  makePasskey(
    {
      challenge: words,
      rp: { id: site },
      user: { id: Buffer.from(by.id.replaceAll("-", ""), "hex").toString("base64url") },
    },
    origin,
  )

/** What adds a passkey, in the hands of `by`. */
export async function goodMaking(by: { readonly id: string }) {
  await asked(by, "add")
  return { name: "A phone", answer: made(by).answer }
}

/** Gives somebody a passkey. */
export async function passkeyOf(by: { readonly id: string }): Promise<{ id: string; passkey: SoftPasskey }> {
  const { passkey } = made(by)
  const row = { synced: false, backedUp: false, counter: 0, transports: [], name: "A phone" }
  const keys = { credentialId: new Uint8Array(passkey.id), publicKey: new Uint8Array(passkey.cose) }
  const id = value(await ownAccount(by, async pass => ok(await insertPasskey(pass, { ...row, ...keys }))))
  return { id: id!, passkey }
}

/** What proves who somebody is, in the hands of `by`. */
export async function goodUse(by: { readonly id: string }) {
  const { passkey } = await passkeyOf(by)
  await asked(by, "proof")
  return { answer: answerWith(passkey, { challenge: words }, origin) }
}
