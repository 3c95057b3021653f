import { importProject } from "../../../../../lib/commands/import-project.ts"
import { receive } from "../../../../../lib/server/handler.ts"
import { limits } from "../../../../../lib/server/limits.ts"

export const POST = receive(importProject, "application/zip", () => limits.archive)
