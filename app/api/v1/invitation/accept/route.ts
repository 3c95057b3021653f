import { acceptInvitation } from "../../../../../lib/commands/accept-invitation.ts"
import { write } from "../../../../../lib/server/handler.ts"

export const POST = write(acceptInvitation)
