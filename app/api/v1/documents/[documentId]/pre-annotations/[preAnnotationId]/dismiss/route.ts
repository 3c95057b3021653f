import { dismissPreAnnotation } from "../../../../../../../../lib/commands/dismiss-pre-annotation.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(dismissPreAnnotation)
