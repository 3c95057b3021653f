import { leaveClaim } from "../../../../../../../lib/commands/leave-claim.ts"
import { write } from "../../../../../../../lib/server/handler.ts"

export const POST = write(leaveClaim)
