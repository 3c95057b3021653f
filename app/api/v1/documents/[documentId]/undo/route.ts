import { undoChange } from "../../../../../../lib/commands/undo-change.ts"
import { write } from "../../../../../../lib/server/handler.ts"

export const POST = write(undoChange)
