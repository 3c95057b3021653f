import { withdrawInvitation } from "../../../../../../../../lib/commands/withdraw-invitation.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(withdrawInvitation)
