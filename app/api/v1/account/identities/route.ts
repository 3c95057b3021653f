import { disconnectIdentity } from "../../../../../lib/commands/disconnect-identity.ts"
import { write } from "../../../../../lib/server/handler.ts"
import { withSession } from "../../../../../lib/server/with-session.ts"

export const DELETE = write(withSession(disconnectIdentity))
