import { uuidv7 } from "uuidv7"
import { acceptInvitation } from "../../lib/commands/accept-invitation.ts"
import { addPasskey } from "../../lib/commands/add-passkey.ts"
import { beginPasskey } from "../../lib/commands/begin-passkey.ts"
import { beginPasskeyProof } from "../../lib/commands/begin-passkey-proof.ts"
import { beginSecondFactor } from "../../lib/commands/begin-second-factor.ts"
import { changeName } from "../../lib/commands/change-name.ts"
import { changePassword } from "../../lib/commands/change-password.ts"
import { confirmSecondFactor } from "../../lib/commands/confirm-second-factor.ts"
import { createProject } from "../../lib/commands/create-project.ts"
import { deleteAccount } from "../../lib/commands/delete-account.ts"
import { disconnectIdentity } from "../../lib/commands/disconnect-identity.ts"
import { endOtherSessions } from "../../lib/commands/end-other-sessions.ts"
import { endSession } from "../../lib/commands/end-session.ts"
import { makeToken } from "../../lib/commands/make-token.ts"
import { proveByPasskey } from "../../lib/commands/prove-by-passkey.ts"
import { proveYourself } from "../../lib/commands/prove-yourself.ts"
import type { PageActor } from "../../lib/commands/proven-command.ts"
import { removePasskey } from "../../lib/commands/remove-passkey.ts"
import { removeSecondFactor } from "../../lib/commands/remove-second-factor.ts"
import { renamePasskey } from "../../lib/commands/rename-passkey.ts"
import { renewRecoveryCodes } from "../../lib/commands/renew-recovery-codes.ts"
import { signOut } from "../../lib/commands/sign-out.ts"
import { trySplitter } from "../../lib/commands/try-splitter.ts"
import { withdrawToken } from "../../lib/commands/withdraw-token.ts"
import { database } from "../../lib/db/client.ts"
import type { Result } from "../../lib/domain/failure.ts"
import { account } from "../../lib/queries/account.ts"
import { projects } from "../../lib/queries/projects.ts"
import { sampleText, value } from "../queries/project.ts"
import { goodMaking, goodUse, origin, passkeyOf } from "../server/passkeys.ts"
import { appOf, goodPassword, identityOf } from "../server/person.ts"
import { codeOf } from "../support/app-codes.ts"
import { invited, requestId, text } from "./access-inputs.ts"
import { type Row, row } from "./access-row.ts"
import { type Somebody, signedIn } from "./everybody.ts"

const tokenOf = async (by: Somebody) => {
  const id = uuidv7()
  value(await makeToken(by, { id, name: "A script", scopes: ["read"], days: 30 }))
  return id
}

/** A command that asks on which page somebody is. */
const onPage = <T>(command: (actor: PageActor, input: unknown) => Promise<Result<T>>): Row["call"] =>
  Object.assign((actor: Somebody, input: unknown) => command({ ...actor, origin }, input), command)

/** What is done with what is one's own. */
export const ownRows: readonly Row[] = [
  row("createProject", "POST projects", "ok ok ok ok ok ok signed-out", createProject, async () => ({
    id: uuidv7(),
    name: "Another",
    description: "",
    requestId: requestId(),
  })),
  row(
    "acceptInvitation",
    "POST invitation/accept",
    "already-member already-member already-member already-member ok ok signed-out",
    acceptInvitation,
    async room => ({ secret: (await invited(room)).secret, requestId: requestId() }),
  ),
  row("changeName", "POST account/name", "ok ok ok ok ok ok signed-out", changeName, async () => ({ name: "Renamed" })),
  row("changePassword", "POST account/password", "ok ok ok ok ok ok signed-out", changePassword, async () => ({
    current: goodPassword,
    next: "four louder libraries",
  })),
  row(
    "disconnectIdentity",
    "DELETE account/identities",
    "ok ok ok ok ok ok signed-out",
    disconnectIdentity,
    async (_, by) => {
      await identityOf(by, "github")
      return { provider: "github" }
    },
  ),
  row(
    "endSession",
    "DELETE account/sessions/[sessionId]",
    "ok ok ok ok ok ok signed-out",
    endSession,
    async (_, by) => ({ sessionId: (await signedIn(by)).sessionId }),
  ),
  row(
    "endSession, somebody else's",
    "DELETE account/sessions/[sessionId]",
    "not-found not-found not-found not-found not-found not-found signed-out",
    endSession,
    async (_, by) => ({ sessionId: (await signedIn(by)).sessionId }),
    "author",
  ),
  row(
    "endOtherSessions",
    "DELETE account/sessions",
    "ok ok ok ok ok ok signed-out",
    endOtherSessions,
    async () => ({}),
  ),
  row("makeToken", "POST account/tokens", "ok ok ok ok ok ok signed-out", makeToken, async () => ({
    id: uuidv7(),
    name: "A script",
    scopes: ["read"],
    days: 30,
  })),
  row(
    "withdrawToken",
    "DELETE account/tokens/[tokenId]",
    "ok ok ok ok ok ok signed-out",
    withdrawToken,
    async (_, by) => ({ tokenId: await tokenOf(by) }),
  ),
  row(
    "withdrawToken, somebody else's",
    "DELETE account/tokens/[tokenId]",
    "not-found not-found not-found not-found not-found not-found signed-out",
    withdrawToken,
    async (_, by) => ({ tokenId: await tokenOf(by) }),
    "author",
  ),
  row("proveYourself", "POST account/proof", "ok ok ok ok ok ok signed-out", proveYourself, async () => ({
    password: goodPassword,
  })),
  row(
    "beginSecondFactor",
    "POST account/second-factor",
    "ok ok ok ok ok ok signed-out",
    beginSecondFactor,
    async () => ({}),
  ),
  row(
    "confirmSecondFactor",
    "POST account/second-factor/confirm",
    "ok ok ok ok ok ok signed-out",
    confirmSecondFactor,
    async (_, by) => ({ code: codeOf(value(await beginSecondFactor(by, {})).words) }),
  ),
  row(
    "renewRecoveryCodes",
    "POST account/second-factor/recovery-codes",
    "ok ok ok ok ok ok signed-out",
    renewRecoveryCodes,
    async (_, by) => {
      await appOf(by)
      return {}
    },
  ),
  row(
    "removeSecondFactor",
    "DELETE account/second-factor",
    "ok ok ok ok ok ok signed-out",
    removeSecondFactor,
    async (_, by) => {
      await appOf(by)
      return {}
    },
  ),
  row(
    "beginPasskey",
    "POST account/passkeys/challenge",
    "ok ok ok ok ok ok signed-out",
    onPage(beginPasskey),
    async () => ({}),
  ),
  row("addPasskey", "POST account/passkeys", "ok ok ok ok ok ok signed-out", onPage(addPasskey), async (_, by) =>
    goodMaking(by),
  ),
  row(
    "renamePasskey",
    "POST account/passkeys/[passkeyId]",
    "ok ok ok ok ok ok signed-out",
    renamePasskey,
    async (_, by) => ({ passkeyId: (await passkeyOf(by)).id, name: "My phone" }),
  ),
  row(
    "renamePasskey, somebody else's",
    "POST account/passkeys/[passkeyId]",
    "not-found not-found not-found not-found not-found not-found signed-out",
    renamePasskey,
    async (_, by) => ({ passkeyId: (await passkeyOf(by)).id, name: "My phone" }),
    "author",
  ),
  row(
    "removePasskey",
    "DELETE account/passkeys/[passkeyId]",
    "ok ok ok ok ok ok signed-out",
    removePasskey,
    async (_, by) => ({ passkeyId: (await passkeyOf(by)).id }),
  ),
  row(
    "removePasskey, somebody else's",
    "DELETE account/passkeys/[passkeyId]",
    "not-found not-found not-found not-found not-found not-found signed-out",
    removePasskey,
    async (_, by) => ({ passkeyId: (await passkeyOf(by)).id }),
    "author",
  ),
  row(
    "beginPasskeyProof",
    "POST account/proof/challenge",
    "ok ok ok ok ok ok signed-out",
    onPage(beginPasskeyProof),
    async (_, by) => {
      await passkeyOf(by)
      return {}
    },
  ),
  row(
    "proveByPasskey",
    "POST account/proof/passkey",
    "ok ok ok ok ok ok signed-out",
    onPage(proveByPasskey),
    async (_, by) => goodUse(by),
  ),
  row(
    "proveByPasskey, with somebody else's",
    "POST account/proof/passkey",
    "passkey-wrong passkey-wrong passkey-wrong passkey-wrong passkey-wrong passkey-wrong signed-out",
    onPage(proveByPasskey),
    async (_, by) => goodUse(by),
    "author",
  ),
  row(
    "deleteAccount",
    "DELETE account",
    "ok ok ok ok ok ok signed-out",
    deleteAccount,
    async ({ projectId, author }, by) => {
      // Whoever is deleted, an owner is left.
      await database().membership.updateMany({ where: { projectId, userId: author.id }, data: { role: "owner" } })
      return { email: by.email }
    },
  ),
  row("trySplitter", "POST splitter", "ok ok ok ok ok ok signed-out", trySplitter, async () => ({ text: sampleText })),
  row("signOut", "POST account/sign-out", "ok ok ok ok ok ok signed-out", signOut, async () => ({})),
]
