import { limitExportNames } from "../../../../../../lib/commands/limit-export-names.ts"
import { write } from "../../../../../../lib/server/handler.ts"

export const POST = write(limitExportNames)
