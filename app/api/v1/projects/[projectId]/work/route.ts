import { workload } from "../../../../../../lib/queries/workload.ts"
import { read } from "../../../../../../lib/server/handler.ts"

export const GET = read((actor, { projectId, ...filter }) => workload(actor, projectId!, filter))
