import { noteEvent } from "../db/account-event-rows.ts"
import { newUserId } from "../db/accounts.ts"
import { insertFirstUser, isSetupOpen } from "../db/setup-rows.ts"
import { fail, type Result } from "../domain/failure.ts"
import { ownerInput } from "../schema/account-input.ts"
import { parse } from "../schema/parse.ts"
import { judgePassword } from "./judge-password.ts"
import { hashPassword } from "./password-hash.ts"

/** Create the first account of a fresh server with the one-time link from its log, and nothing else. */
async function run(raw: unknown): Promise<Result<null>> {
  const input = parse(ownerInput, raw)
  if (!input.ok) return input
  const { secret, name, email, password } = input.value
  if (!(await isSetupOpen(secret, new Date()))) return fail({ code: "setup-spent" })
  const trouble = await judgePassword(password, { name, email }, "password")
  if (trouble) return fail(trouble)
  const user = { id: newUserId(), name, email, passwordHash: await hashPassword(password) }
  const made = await insertFirstUser(secret, user, new Date())
  if (made.ok) await noteEvent({ kind: "account-made", userId: user.id })
  return made
}

export const createOwner = Object.assign(run, { needs: "link", scope: "open", input: ownerInput } as const)
