import { removePasskey } from "../../../../../../lib/commands/remove-passkey.ts"
import { renamePasskey } from "../../../../../../lib/commands/rename-passkey.ts"
import { write } from "../../../../../../lib/server/handler.ts"
import { withSession } from "../../../../../../lib/server/with-session.ts"

export const POST = write(withSession(renamePasskey))
export const DELETE = write(withSession(removePasskey))
