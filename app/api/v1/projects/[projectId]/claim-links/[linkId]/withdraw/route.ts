import { withdrawLink } from "../../../../../../../../lib/commands/withdraw-link.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(withdrawLink)
