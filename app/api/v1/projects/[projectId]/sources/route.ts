import { addSource } from "../../../../../../lib/commands/add-source.ts"
import { sources } from "../../../../../../lib/queries/sources.ts"
import { read, write } from "../../../../../../lib/server/handler.ts"

export const GET = read((actor, { projectId }) => sources(actor, projectId!))
export const POST = write(addSource)
