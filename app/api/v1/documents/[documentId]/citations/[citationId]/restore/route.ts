import { restoreCitation } from "../../../../../../../../lib/commands/restore-citation.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(restoreCitation)
