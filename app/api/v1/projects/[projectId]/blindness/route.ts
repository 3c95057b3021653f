import { chooseBlindness } from "../../../../../../lib/commands/choose-blindness.ts"
import { write } from "../../../../../../lib/server/handler.ts"

export const POST = write(chooseBlindness)
