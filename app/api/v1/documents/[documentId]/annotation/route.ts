import { giveAnnotation } from "../../../../../../lib/commands/give-annotation.ts"
import { write } from "../../../../../../lib/server/handler.ts"

export const POST = write(giveAnnotation)
