import { splitUnit } from "../../../../../../lib/commands/split-unit.ts"
import { write } from "../../../../../../lib/server/handler.ts"

export const POST = write(splitUnit)
