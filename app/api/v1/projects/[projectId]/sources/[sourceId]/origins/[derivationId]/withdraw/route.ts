import { withdrawDerivation } from "../../../../../../../../../../lib/commands/withdraw-derivation.ts"
import { write } from "../../../../../../../../../../lib/server/handler.ts"

export const POST = write(withdrawDerivation)
