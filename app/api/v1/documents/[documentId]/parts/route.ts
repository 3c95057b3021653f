import { splitIntoParts } from "../../../../../../lib/commands/split-into-parts.ts"
import { write } from "../../../../../../lib/server/handler.ts"

export const POST = write(splitIntoParts)
