import { lastProjectActor } from "../db/last-actor.ts"
import { isLastOwner, members, saveDeparture } from "../db/project-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { memberRemoval } from "../schema/project-input.ts"
import { projectCommand } from "./command.ts"

/** Take a member out of the project. What they wrote stays, under their name. The last owner stays. */
export const removeMember = projectCommand("member.manage", memberRemoval, async (pass, { userId, version }) => {
  const all = await members(pass)
  const member = all.find(one => one.userId === userId)
  if (!member) return fail({ code: "not-found" })
  if (member.version !== version) {
    const by = await lastProjectActor(pass, ["member-joined", "role-changed"], { userId })
    return fail({ code: "conflict", current: member, by })
  }
  if (isLastOwner(all, member)) return fail({ code: "last-owner" })
  await saveDeparture(pass, userId)
  return ok({ change: { kind: "member-removed", userId, role: member.role } })
})
