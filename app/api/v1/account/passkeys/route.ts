import { addPasskey } from "../../../../../lib/commands/add-passkey.ts"
import { write } from "../../../../../lib/server/handler.ts"
import { withSession } from "../../../../../lib/server/with-session.ts"

export const POST = write(withSession(addPasskey))
