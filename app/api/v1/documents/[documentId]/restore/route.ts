import { restoreUnits } from "../../../../../../lib/commands/restore-units.ts"
import { write } from "../../../../../../lib/server/handler.ts"

export const POST = write(restoreUnits)
