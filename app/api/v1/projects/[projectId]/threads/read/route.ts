import { readThreads } from "../../../../../../../lib/commands/read-threads.ts"
import { write } from "../../../../../../../lib/server/handler.ts"

export const POST = write(readThreads)
