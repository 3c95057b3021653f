import { makeToken } from "../../../../../lib/commands/make-token.ts"
import { write } from "../../../../../lib/server/handler.ts"
import { withSession } from "../../../../../lib/server/with-session.ts"

export const POST = write(withSession(makeToken))
