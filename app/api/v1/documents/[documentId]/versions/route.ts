import { addVersion } from "../../../../../../lib/commands/add-version.ts"
import { longWrite } from "../../../../../../lib/server/handler.ts"
import { limits } from "../../../../../../lib/server/limits.ts"

// A file travels as base64, four characters for three bytes; the rest is for the words around it.
export const POST = longWrite(
  addVersion(() => limits.text),
  Math.ceil((limits.text * 4) / 3) + 65_536,
)
