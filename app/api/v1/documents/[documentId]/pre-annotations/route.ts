import { addPreAnnotations } from "../../../../../../lib/commands/add-pre-annotations.ts"
import { longWrite } from "../../../../../../lib/server/handler.ts"
import { limits } from "../../../../../../lib/server/limits.ts"

export const POST = longWrite(addPreAnnotations, limits.markings)
