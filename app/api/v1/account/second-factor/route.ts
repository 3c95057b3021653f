import { beginSecondFactor } from "../../../../../lib/commands/begin-second-factor.ts"
import { removeSecondFactor } from "../../../../../lib/commands/remove-second-factor.ts"
import { write } from "../../../../../lib/server/handler.ts"
import { withSession } from "../../../../../lib/server/with-session.ts"

export const DELETE = write(withSession(removeSecondFactor))
export const POST = write(withSession(beginSecondFactor))
