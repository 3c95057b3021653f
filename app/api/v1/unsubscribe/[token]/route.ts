import { unsubscribe } from "../../../../../lib/commands/unsubscribe.ts"
import { linked } from "../../../../../lib/server/handler.ts"

export const POST = linked(unsubscribe)
