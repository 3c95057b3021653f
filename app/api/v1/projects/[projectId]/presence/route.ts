import { tellPresence } from "../../../../../../lib/commands/tell-presence.ts"
import { write } from "../../../../../../lib/server/handler.ts"
import { limitedByActor } from "../../../../../../lib/server/limited.ts"

export const POST = write(limitedByActor("presence", tellPresence))
