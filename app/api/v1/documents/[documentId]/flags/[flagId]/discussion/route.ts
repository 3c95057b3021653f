import { flagDiscussion } from "../../../../../../../../lib/queries/discussion.ts"
import { read } from "../../../../../../../../lib/server/handler.ts"

export const GET = read((actor, { documentId, flagId }) => flagDiscussion(actor, documentId!, flagId!))
