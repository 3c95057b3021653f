import { beginPasskey } from "../../../../../../lib/commands/begin-passkey.ts"
import { write } from "../../../../../../lib/server/handler.ts"
import { withSession } from "../../../../../../lib/server/with-session.ts"

export const POST = write(withSession(beginPasskey))
