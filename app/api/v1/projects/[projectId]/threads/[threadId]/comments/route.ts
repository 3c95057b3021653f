import { giveSourceComment } from "../../../../../../../../lib/commands/give-comment.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(giveSourceComment)
