import { withdrawAnnotation } from "../../../../../../../lib/commands/withdraw-annotation.ts"
import { write } from "../../../../../../../lib/server/handler.ts"

export const POST = write(withdrawAnnotation)
