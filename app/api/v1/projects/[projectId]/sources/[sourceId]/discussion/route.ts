import { sourceDiscussion } from "../../../../../../../../lib/queries/discussion.ts"
import { read } from "../../../../../../../../lib/server/handler.ts"

export const GET = read((actor, { projectId, sourceId }) => sourceDiscussion(actor, projectId!, sourceId!))
