import { withdrawCitation } from "../../../../../../../../lib/commands/withdraw-citation.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(withdrawCitation)
