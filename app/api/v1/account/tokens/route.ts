import { makeToken } from "../../../../../lib/commands/make-token.ts"
import { write } from "../../../../../lib/server/handler.ts"

export const POST = write(makeToken)
