import { uuidv7 } from "uuidv7"
import { acceptInvitation } from "../../lib/commands/accept-invitation.ts"
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
import { proveYourself } from "../../lib/commands/prove-yourself.ts"
import { removeSecondFactor } from "../../lib/commands/remove-second-factor.ts"
import { renewRecoveryCodes } from "../../lib/commands/renew-recovery-codes.ts"
import { signOut } from "../../lib/commands/sign-out.ts"
import { trySplitter } from "../../lib/commands/try-splitter.ts"
import { withdrawToken } from "../../lib/commands/withdraw-token.ts"
import { database } from "../../lib/db/client.ts"
import { account } from "../../lib/queries/account.ts"
import { projects } from "../../lib/queries/projects.ts"
import { sampleText, value } from "../queries/project.ts"
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
