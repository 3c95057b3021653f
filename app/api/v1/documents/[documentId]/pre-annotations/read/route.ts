import { readMarkings } from "../../../../../../../lib/queries/read-pre-annotations.ts"
import { longWrite } from "../../../../../../../lib/server/handler.ts"
import { limits } from "../../../../../../../lib/server/limits.ts"

export const POST = longWrite(readMarkings, limits.markings)
