import { sendAgain } from "../../../../../../../../../../lib/commands/send-again.ts"
import { write } from "../../../../../../../../../../lib/server/handler.ts"

export const POST = write(sendAgain)
