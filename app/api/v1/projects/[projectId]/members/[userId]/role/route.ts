import { changeRole } from "../../../../../../../../lib/commands/change-role.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(changeRole)
