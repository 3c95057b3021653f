import { lastProjectActor } from "../db/last-actor.ts"
import { isLastOwner, members, saveRole } from "../db/project-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { roleChange } from "../schema/project-input.ts"
import { projectCommand } from "./command.ts"

/** Give a member another role. It counts at their very next request. The last owner stays one. */
export const changeRole = projectCommand("member.manage", roleChange, async (pass, { userId, version, role }) => {
  const all = await members(pass)
  const member = all.find(one => one.userId === userId)
  if (!member) return fail({ code: "not-found" })
  if (member.version !== version) {
    const by = await lastProjectActor(pass, ["member-joined", "role-changed"], { userId })
    return fail({ code: "conflict", current: member, by })
  }
  if (role !== "owner" && isLastOwner(all, member)) return fail({ code: "last-owner" })
  await saveRole(pass, userId, role)
  return ok({ change: { kind: "role-changed", userId, before: member.role, after: role } })
})
