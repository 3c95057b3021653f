import { disconnectIdentity } from "../../../../../lib/commands/disconnect-identity.ts"
import { write } from "../../../../../lib/server/handler.ts"

export const DELETE = write(disconnectIdentity)
