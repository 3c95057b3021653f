import { revealRound } from "../../../../../../../../lib/commands/reveal-round.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(revealRound)
