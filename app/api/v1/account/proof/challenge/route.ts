import { beginPasskeyProof } from "../../../../../../lib/commands/begin-passkey-proof.ts"
import { write } from "../../../../../../lib/server/handler.ts"
import { withSession } from "../../../../../../lib/server/with-session.ts"

export const POST = write(withSession(beginPasskeyProof))
