import { changeSource } from "../../../../../../../lib/commands/change-source.ts"
import { source } from "../../../../../../../lib/queries/source.ts"
import { read, write } from "../../../../../../../lib/server/handler.ts"

export const GET = read((actor, { projectId, sourceId }) => source(actor, projectId!, sourceId!))
export const POST = write(changeSource)
