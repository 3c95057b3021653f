import { activity } from "../../../../../../lib/queries/activity.ts"
import { read } from "../../../../../../lib/server/handler.ts"

export const GET = read((actor, input) => activity(actor, input["projectId"]!, input))
