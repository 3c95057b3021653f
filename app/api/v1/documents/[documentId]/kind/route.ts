import { changeKind } from "../../../../../../lib/commands/change-kind.ts"
import { write } from "../../../../../../lib/server/handler.ts"

export const POST = write(changeKind)
