import { retryExport } from "../../../../../../../../lib/commands/retry-export.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(retryExport)
