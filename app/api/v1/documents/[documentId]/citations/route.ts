import { giveCitation } from "../../../../../../lib/commands/give-citation.ts"
import { write } from "../../../../../../lib/server/handler.ts"

export const POST = write(giveCitation)
