import { skipClaim } from "../../../../../../../lib/commands/skip-claim.ts"
import { write } from "../../../../../../../lib/server/handler.ts"

export const POST = write(skipClaim)
