import { randomBytes } from "node:crypto"
import { insertInvitation } from "../db/project-rows.ts"
import { secretHash } from "../db/secret-hash.ts"
import { fail, ok } from "../domain/failure.ts"
import { invitationInput } from "../schema/project-input.ts"
import { projectCommand } from "./command.ts"

/** How long an invitation can be accepted, in milliseconds: seven days. */
const invitationLife = 7 * 24 * 3_600_000

/**
 * Make a link with which one person can join in a role, once, within seven days. The secret is in the answer and
 * nowhere else; when the answer was lost, withdraw the invitation and make another.
 */
export const inviteMember = projectCommand("member.manage", invitationInput, async (pass, { id, role, note }) => {
  const secret = randomBytes(32).toString("base64url")
  const expiresAt = new Date(pass.at.getTime() + invitationLife)
  const stored = await insertInvitation(pass, { id, role, note, secretHash: secretHash(secret), expiresAt })
  if (!stored) return fail({ code: "request-reused" })
  const path = `/invitation/${secret}`
  return ok({ change: { kind: "member-invited", invitationId: id, role, note: "" }, answer: { path, expiresAt } })
})
