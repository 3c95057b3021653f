import { deleteAccount } from "../../../../lib/commands/delete-account.ts"
import { whoAmI } from "../../../../lib/queries/who-am-i.ts"
import { read, write } from "../../../../lib/server/handler.ts"
import { withSession } from "../../../../lib/server/with-session.ts"

export const DELETE = write(withSession(deleteAccount))
export const GET = read(actor => whoAmI(actor))
