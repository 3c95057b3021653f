import { answerFlag } from "../../../../../../../../lib/commands/answer-flag.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(answerFlag)
