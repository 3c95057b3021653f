import { changeView } from "../../../../../../../lib/commands/change-view.ts"
import { write } from "../../../../../../../lib/server/handler.ts"

export const POST = write(changeView)
