import { deriveSource } from "../../../../../../../../lib/commands/derive-source.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(deriveSource)
