import { trySplitter } from "../../../../lib/commands/try-splitter.ts"
import { write } from "../../../../lib/server/handler.ts"

export const POST = write(trySplitter)
