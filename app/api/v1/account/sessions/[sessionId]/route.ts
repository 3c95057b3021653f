import { endSession } from "../../../../../../lib/commands/end-session.ts"
import { write } from "../../../../../../lib/server/handler.ts"

export const DELETE = write(endSession)
