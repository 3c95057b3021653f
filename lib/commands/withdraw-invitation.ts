import { withdrawOpenInvitation } from "../db/project-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { invitationWithdrawal } from "../schema/project-input.ts"
import { projectCommand } from "./command.ts"

/** Make an invitation's link useless. */
export const withdrawInvitation = projectCommand(
  "member.manage",
  invitationWithdrawal,
  async (pass, { invitationId }) => {
    const role = await withdrawOpenInvitation(pass, invitationId)
    if (!role) return fail({ code: "invitation-spent" })
    return ok({ change: { kind: "invitation-withdrawn", invitationId, role } })
  },
)
