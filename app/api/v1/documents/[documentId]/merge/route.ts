import { mergeUnits } from "../../../../../../lib/commands/merge-units.ts"
import { write } from "../../../../../../lib/server/handler.ts"

export const POST = write(mergeUnits)
