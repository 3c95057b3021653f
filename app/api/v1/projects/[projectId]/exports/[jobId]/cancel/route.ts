import { cancelExport } from "../../../../../../../../lib/commands/cancel-export.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(cancelExport)
