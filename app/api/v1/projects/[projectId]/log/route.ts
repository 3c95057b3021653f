import { projectLog } from "../../../../../../lib/queries/project-log.ts"
import { read } from "../../../../../../lib/server/handler.ts"

export const GET = read((actor, input) => projectLog(actor, input["projectId"]!, input))
