import { chooseExportNames } from "../../../../../lib/commands/choose-export-names.ts"
import { write } from "../../../../../lib/server/handler.ts"

export const POST = write(chooseExportNames)
