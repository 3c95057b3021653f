import { renewRecoveryCodes } from "../../../../../../lib/commands/renew-recovery-codes.ts"
import { write } from "../../../../../../lib/server/handler.ts"
import { withSession } from "../../../../../../lib/server/with-session.ts"

export const POST = write(withSession(renewRecoveryCodes))
