import { assignClaims } from "../../../../../../../lib/commands/assign-claims.ts"
import { write } from "../../../../../../../lib/server/handler.ts"

export const POST = write(assignClaims)
