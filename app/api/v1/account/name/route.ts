import { changeName } from "../../../../../lib/commands/change-name.ts"
import { write } from "../../../../../lib/server/handler.ts"

export const POST = write(changeName)
