import { changeSourceComment } from "../../../../../../../lib/commands/change-comment.ts"
import { write } from "../../../../../../../lib/server/handler.ts"

export const POST = write(changeSourceComment)
