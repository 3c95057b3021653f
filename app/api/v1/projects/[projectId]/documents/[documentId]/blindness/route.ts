import { chooseDocumentBlindness } from "../../../../../../../../lib/commands/choose-document-blindness.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(chooseDocumentBlindness)
