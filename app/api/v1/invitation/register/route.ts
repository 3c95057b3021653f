import { registerByInvitation } from "../../../../../lib/commands/register-by-invitation.ts"
import { open } from "../../../../../lib/server/handler.ts"
import { limitedByAddress } from "../../../../../lib/server/limited.ts"

export const POST = open(limitedByAddress("link-address", registerByInvitation))
