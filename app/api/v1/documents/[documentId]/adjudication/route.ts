import { adjudicateClaim } from "../../../../../../lib/commands/adjudicate-claim.ts"
import { write } from "../../../../../../lib/server/handler.ts"

export const POST = write(adjudicateClaim)
