import { readAllNotices } from "../../../../../lib/commands/read-notices.ts"
import { write } from "../../../../../lib/server/handler.ts"

export const POST = write(readAllNotices)
