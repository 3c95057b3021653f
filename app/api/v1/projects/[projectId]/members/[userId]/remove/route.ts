import { removeMember } from "../../../../../../../../lib/commands/remove-member.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(removeMember)
