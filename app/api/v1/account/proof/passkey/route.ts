import { proveByPasskey } from "../../../../../../lib/commands/prove-by-passkey.ts"
import { write } from "../../../../../../lib/server/handler.ts"
import { limitedByActor } from "../../../../../../lib/server/limited.ts"
import { withSession } from "../../../../../../lib/server/with-session.ts"

export const POST = write(limitedByActor("password-check", withSession(proveByPasskey)))
