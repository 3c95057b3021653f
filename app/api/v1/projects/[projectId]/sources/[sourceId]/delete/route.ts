import { deleteSource } from "../../../../../../../../lib/commands/delete-source.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(deleteSource)
