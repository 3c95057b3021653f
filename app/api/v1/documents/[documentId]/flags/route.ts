import { raiseFlag } from "../../../../../../lib/commands/raise-flag.ts"
import { write } from "../../../../../../lib/server/handler.ts"

export const POST = write(raiseFlag)
