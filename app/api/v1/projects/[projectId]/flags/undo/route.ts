import { undoFlags } from "../../../../../../../lib/commands/undo-flags.ts"
import { write } from "../../../../../../../lib/server/handler.ts"

export const POST = write(undoFlags)
