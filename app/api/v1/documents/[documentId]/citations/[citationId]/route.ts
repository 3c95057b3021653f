import { changeCitation } from "../../../../../../../lib/commands/change-citation.ts"
import { write } from "../../../../../../../lib/server/handler.ts"

export const POST = write(changeCitation)
