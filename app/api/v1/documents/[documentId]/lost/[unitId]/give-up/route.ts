import { giveUpUnit } from "../../../../../../../../lib/commands/give-up-unit.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(giveUpUnit)
