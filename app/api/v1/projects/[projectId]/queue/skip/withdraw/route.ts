import { withdrawSkip } from "../../../../../../../../lib/commands/withdraw-skip.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(withdrawSkip)
