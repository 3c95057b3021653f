import { resolveSourceThread } from "../../../../../../../../lib/commands/resolve-thread.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(resolveSourceThread)
