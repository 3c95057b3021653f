import { credentialIdOf, saysWhose } from "../commands/passkey-protocol.ts"
import { takePasskey } from "../commands/take-passkey.ts"
import { noteEvent } from "../db/account-event-rows.ts"
import { ownAccount } from "../db/pass.ts"
import { takeChallenge } from "../db/passkey-challenge-rows.ts"
import { ownerOfPasskey } from "../db/passkey-rows.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import { passkeyAnswer } from "../schema/passkey-input.ts"
import { logSignIn } from "./log-sign-in.ts"
import { returnTurn, takeTurn } from "./rate-limit.ts"
import type { Visit } from "./visit.ts"
import { browserOf } from "./with-browser.ts"

/**
 * Check the answer of a passkey that is to let somebody in by itself; answers whose it is. For a passkey that nobody has the
 * same is said as for one whose answer is not right.
 */
export async function signInByPasskey(input: unknown, visit: Visit): Promise<Result<{ id: string }>> {
  const turn = await takeTurn("sign-in-address", visit.neighbourhood)
  if (!turn.ok) return turn
  const typed = passkeyAnswer.safeParse(input)
  const challenge = await challengeOf(visit, "sign-in")
  const userId = typed.success ? await ownerOfPasskey(credentialIdOf(typed.data.answer.id)) : null
  const taken =
    typed.success && userId && saysWhose(typed.data.answer, userId)
      ? await ownAccount({ id: userId }, pass =>
          takePasskey(pass, { answer: typed.data.answer, challenge, origin: visit.origin }),
        )
      : fail({ code: "passkey-wrong" })
  if (!taken.ok) {
    await noteEvent({ kind: "sign-in", userId, refused: true, detail: taken.failure.code })
    logSignIn("refused", visit, { why: taken.failure.code })
    return taken
  }
  const { neighbourhood } = visit
  await Promise.all([returnTurn("sign-in-address", neighbourhood), returnTurn("passkey-address", neighbourhood)])
  await noteEvent({ kind: "sign-in", userId, detail: "passkey" })
  logSignIn("signed-in", visit, { userId: userId!, by: "passkey" })
  return ok({ id: userId! })
}

/** What the browser of a visit was asked to have signed; it is spent by that. */
export async function challengeOf(visit: Visit, purpose: "sign-in" | "second-step"): Promise<Uint8Array | null> {
  const browser = browserOf(visit)
  return browser && takeChallenge({ of: "browser", name: browser.name }, purpose, new Date())
}
