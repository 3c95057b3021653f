import { linkClaims } from "../../../../../../lib/commands/link-claims.ts"
import { write } from "../../../../../../lib/server/handler.ts"

export const POST = write(linkClaims)
