import { contestedClaim } from "../../../../../../../lib/queries/contested-claim.ts"
import { read } from "../../../../../../../lib/server/handler.ts"

export const GET = read((actor, input) => contestedClaim(actor, input["projectId"]!, input["unitId"]!, input))
