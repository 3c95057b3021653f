import { beforeAfter } from "../../../../../../../../lib/queries/before-after.ts"
import { read } from "../../../../../../../../lib/server/handler.ts"

export const GET = read(beforeAfter)
