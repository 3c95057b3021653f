import { readImport } from "../../../../../../../lib/queries/read-import.ts"
import { longWrite } from "../../../../../../../lib/server/handler.ts"
import { limits } from "../../../../../../../lib/server/limits.ts"

export const POST = longWrite(readImport, limits.bibliography)
