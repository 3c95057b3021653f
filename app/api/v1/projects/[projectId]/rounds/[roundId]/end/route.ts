import { endRound } from "../../../../../../../../lib/commands/end-round.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(endRound)
