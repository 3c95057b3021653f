import { chooseStyle } from "../../../../../../lib/commands/choose-style.ts"
import { write } from "../../../../../../lib/server/handler.ts"

export const POST = write(chooseStyle)
