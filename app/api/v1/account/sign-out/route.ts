import { signOut } from "../../../../../lib/commands/sign-out.ts"
import { write } from "../../../../../lib/server/handler.ts"
import { leaving } from "../../../../../lib/server/leaving.ts"
import { withSession } from "../../../../../lib/server/with-session.ts"

export const POST = leaving(write(withSession(signOut)))
