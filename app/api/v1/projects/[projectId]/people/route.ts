import { mentionable } from "../../../../../../lib/queries/discussion.ts"
import { read } from "../../../../../../lib/server/handler.ts"

export const GET = read((actor, { projectId }) => mentionable(actor, projectId!))
