import { round } from "../../../../../../../lib/queries/round.ts"
import { read } from "../../../../../../../lib/server/handler.ts"

export const GET = read((actor, { projectId, roundId }) => round(actor, projectId!, roundId!))
