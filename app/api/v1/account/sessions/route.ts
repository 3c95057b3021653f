import { endOtherSessions } from "../../../../../lib/commands/end-other-sessions.ts"
import { write } from "../../../../../lib/server/handler.ts"
import { withSession } from "../../../../../lib/server/with-session.ts"

export const DELETE = write(withSession(endOtherSessions))
