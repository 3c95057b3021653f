import { importSources } from "../../../../../../../lib/commands/import-sources.ts"
import { longWrite } from "../../../../../../../lib/server/handler.ts"
import { limits } from "../../../../../../../lib/server/limits.ts"

export const POST = longWrite(importSources, limits.bibliography)
