import { deleteView } from "../../../../../../../../lib/commands/delete-view.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(deleteView)
