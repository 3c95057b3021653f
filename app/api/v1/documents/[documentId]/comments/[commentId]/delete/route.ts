import { deleteComment } from "../../../../../../../../lib/commands/delete-comment.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(deleteComment)
