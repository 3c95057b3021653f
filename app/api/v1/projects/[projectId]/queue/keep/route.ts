import { keepClaim } from "../../../../../../../lib/commands/keep-claim.ts"
import { write } from "../../../../../../../lib/server/handler.ts"

export const POST = write(keepClaim)
