import { withdrawFlag } from "../../../../../../../../lib/commands/withdraw-flag.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(withdrawFlag)
