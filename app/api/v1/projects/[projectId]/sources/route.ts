import { addSource } from "../../../../../../lib/commands/add-source.ts"
import { sources } from "../../../../../../lib/queries/sources.ts"
import { read, write } from "../../../../../../lib/server/handler.ts"

export const GET = read((actor, { projectId, q, kind }) =>
  sources(actor, projectId!, { ...(q !== undefined && { q, limit: 20 }), ...(kind !== undefined && { kind }) }),
)
export const POST = write(addSource)
