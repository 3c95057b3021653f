import { reopenAdjudication } from "../../../../../../../lib/commands/reopen-adjudication.ts"
import { write } from "../../../../../../../lib/server/handler.ts"

export const POST = write(reopenAdjudication)
