import { ownData } from "../../../../../lib/queries/own-data.ts"
import { keep } from "../../../../../lib/server/handler.ts"

export const GET = keep(ownData)
