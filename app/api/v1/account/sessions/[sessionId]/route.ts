import { endSession } from "../../../../../../lib/commands/end-session.ts"
import { write } from "../../../../../../lib/server/handler.ts"
import { withSession } from "../../../../../../lib/server/with-session.ts"

export const DELETE = write(withSession(endSession))
