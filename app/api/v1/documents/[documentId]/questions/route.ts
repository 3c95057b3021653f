import { askAnnotators } from "../../../../../../lib/commands/ask-annotators.ts"
import { write } from "../../../../../../lib/server/handler.ts"

export const POST = write(askAnnotators)
