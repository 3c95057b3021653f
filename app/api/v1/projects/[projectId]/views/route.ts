import { saveView } from "../../../../../../lib/commands/save-view.ts"
import { write } from "../../../../../../lib/server/handler.ts"

export const POST = write(saveView)
