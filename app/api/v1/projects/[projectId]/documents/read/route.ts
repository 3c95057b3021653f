import { filePreview } from "../../../../../../../lib/queries/file-preview.ts"
import { longWrite } from "../../../../../../../lib/server/handler.ts"
import { limits } from "../../../../../../../lib/server/limits.ts"

export const POST = longWrite(
  filePreview(() => limits.text),
  Math.ceil((limits.text * 4) / 3) + 65_536,
)
