import { endAssignments } from "../../../../../../../lib/commands/end-assignments.ts"
import { write } from "../../../../../../../lib/server/handler.ts"

export const POST = write(endAssignments)
