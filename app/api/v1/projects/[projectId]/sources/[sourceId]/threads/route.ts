import { beginSourceThread } from "../../../../../../../../lib/commands/begin-thread.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(beginSourceThread)
