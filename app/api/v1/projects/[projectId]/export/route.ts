import { exportFile } from "../../../../../../lib/queries/export-file.ts"
import { keep } from "../../../../../../lib/server/handler.ts"

export const GET = keep(exportFile)
