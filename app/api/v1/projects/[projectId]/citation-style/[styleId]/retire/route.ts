import { retireStyle } from "../../../../../../../../lib/commands/retire-style.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(retireStyle)
