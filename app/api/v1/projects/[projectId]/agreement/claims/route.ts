import { agreementClaims } from "../../../../../../../lib/queries/agreement-claims.ts"
import { read } from "../../../../../../../lib/server/handler.ts"

export const GET = read((actor, input) => agreementClaims(actor, input["projectId"]!, input))
