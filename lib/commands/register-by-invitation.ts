import { noteOwn } from "../db/account-event-rows.ts"
import { insertUser, newUserId } from "../db/accounts.ts"
import { isInvitationOpen } from "../db/invitation-rows.ts"
import { joinProject } from "../db/join-project.ts"
import { ownAccount } from "../db/pass.ts"
import { secretHash } from "../db/secret-hash.ts"
import { fail, type Result } from "../domain/failure.ts"
import { registration } from "../schema/account-input.ts"
import { parse } from "../schema/parse.ts"
import { judgePassword } from "./judge-password.ts"
import { hashPassword } from "./password-hash.ts"

/**
 * Make an account with an invitation and join its project, both or neither. Only who holds an open invitation is
 * told that an e-mail address is taken.
 */
async function run(raw: unknown): Promise<Result<{ projectId: string }>> {
  const input = parse(registration, raw)
  if (!input.ok) return input
  const { secret, name, email, password, requestId } = input.value
  const hash = secretHash(secret)
  if (!(await isInvitationOpen(hash, new Date()))) return fail({ code: "invitation-spent" })
  const trouble = await judgePassword(password, { name, email }, "password")
  if (trouble) return fail(trouble)
  const user = { id: newUserId(), name, email, passwordHash: await hashPassword(password) }
  return ownAccount(user, async pass => {
    if (!(await insertUser(user, pass))) return fail({ code: "email-taken" })
    await noteOwn(pass, "account-made")
    return joinProject(pass, hash, { id: requestId, inputHash: Buffer.from(hash) })
  })
}

export const registerByInvitation = Object.assign(run, { needs: "link", scope: "open", input: registration } as const)
