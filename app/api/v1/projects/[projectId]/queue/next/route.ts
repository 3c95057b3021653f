import { nextClaim } from "../../../../../../../lib/commands/next-claim.ts"
import { write } from "../../../../../../../lib/server/handler.ts"

export const POST = write(nextClaim)
