import { members } from "../../../../../../lib/queries/members.ts"
import { read } from "../../../../../../lib/server/handler.ts"

export const GET = read((actor, { projectId }) => members(actor, projectId!))
