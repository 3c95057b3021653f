import { unreadNotices } from "../../../../../lib/queries/inbox.ts"
import { read } from "../../../../../lib/server/handler.ts"

export const GET = read(actor => unreadNotices(actor))
