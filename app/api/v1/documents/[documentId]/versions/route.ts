import { addVersion } from "../../../../../../lib/commands/add-version.ts"
import { versions } from "../../../../../../lib/queries/versions.ts"
import { longWrite, read } from "../../../../../../lib/server/handler.ts"
import { limits } from "../../../../../../lib/server/limits.ts"

export const GET = read((actor, { documentId }) => versions(actor, documentId!))

// A file travels as base64, four characters for three bytes; the rest is for the words around it.
export const POST = longWrite(
  addVersion(() => limits.text),
  Math.ceil((limits.text * 4) / 3) + 65_536,
)
