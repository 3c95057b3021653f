import { restoreFlag } from "../../../../../../../../lib/commands/restore-flag.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(restoreFlag)
