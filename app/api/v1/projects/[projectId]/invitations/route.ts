import { inviteMember } from "../../../../../../lib/commands/invite-member.ts"
import { write } from "../../../../../../lib/server/handler.ts"

export const POST = write(inviteMember)
