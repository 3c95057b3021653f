import { projectArchive } from "../../../../../../lib/queries/project-archive.ts"
import { keep } from "../../../../../../lib/server/handler.ts"

export const GET = keep(projectArchive)
