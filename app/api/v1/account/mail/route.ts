import { chooseMail } from "../../../../../lib/commands/choose-mail.ts"
import { write } from "../../../../../lib/server/handler.ts"

export const POST = write(chooseMail)
