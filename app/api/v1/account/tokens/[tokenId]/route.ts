import { withdrawToken } from "../../../../../../lib/commands/withdraw-token.ts"
import { write } from "../../../../../../lib/server/handler.ts"

export const DELETE = write(withdrawToken)
