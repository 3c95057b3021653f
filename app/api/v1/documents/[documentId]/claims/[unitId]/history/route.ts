import { claimHistory } from "../../../../../../../../lib/queries/claim-history.ts"
import { read } from "../../../../../../../../lib/server/handler.ts"

export const GET = read((actor, input) => claimHistory(actor, input["documentId"]!, input["unitId"]!, input))
