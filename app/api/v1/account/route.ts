import { whoAmI } from "../../../../lib/queries/who-am-i.ts"
import { read } from "../../../../lib/server/handler.ts"

export const GET = read(actor => whoAmI(actor))
