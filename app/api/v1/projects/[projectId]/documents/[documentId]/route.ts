import { describeDocument } from "../../../../../../../lib/commands/describe-document.ts"
import { write } from "../../../../../../../lib/server/handler.ts"

export const POST = write(describeDocument)
