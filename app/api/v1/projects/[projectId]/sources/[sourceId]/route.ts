import { changeSource } from "../../../../../../../lib/commands/change-source.ts"
import { write } from "../../../../../../../lib/server/handler.ts"

export const POST = write(changeSource)
